package import Alerting
package import Indicators

/// The earlier day that a report says what has changed since.
package struct ReportComparison: Hashable, Sendable {
    /// Why it is that day.
    package enum Ground: Hashable, Sendable {
        /// Somebody asked for it.
        case asked
        /// It is the last moment of planning and control before the report: its name.
        case moment(String)
        /// There is no such moment: it is three months earlier.
        case quarter
    }

    package let day: CalendarDate
    package let ground: Ground

    package init(_ day: CalendarDate, _ ground: Ground) {
        self.day = day
        self.ground = ground
    }

    /// The day to compare with, where nobody names one.
    ///
    /// - Parameters:
    ///   - day: the day of the report.
    ///   - moments: the moments of planning and control that the configuration lists.
    package init(before day: CalendarDate, among moments: [PlanningMoment]) {
        let earlier = moments.filter { $0.date < day }.max { ($0.date, $0.name) < ($1.date, $1.name) }
        guard let earlier else {
            self.init(day.threeMonthsEarlier, .quarter)
            return
        }
        self.init(earlier.date, .moment(earlier.name))
    }

    /// `30 april 2026 (zomernota)`.
    func words(in phrases: Phrases) -> String {
        let date = phrases.date(day)
        return switch ground {
        case .asked: date
        case .moment(let name): "\(date) (\(name.oneLine(limit: 80)))"
        case .quarter: "\(date) (\(phrases.say("een kwartaal eerder", "a quarter earlier")))"
        }
    }
}

extension CalendarDate {
    /// The same day of the month three months before; of a month that is too short its last day.
    fileprivate var threeMonthsEarlier: CalendarDate {
        let index = year * 12 + month - 1 - 3
        let (year, month) = (index / 12, index % 12 + 1)
        let days = (0...3).lazy.compactMap { CalendarDate(year: year, month: month, day: day - $0) }
        return days.first ?? adding(days: -90)
    }
}
