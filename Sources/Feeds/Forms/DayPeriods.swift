internal import Indicators

/// The days that a file writes where the periods of its values stand.
///
/// Programs write a month as its first day (pandas, Excel, CBS), or as its last. A day is read as the period that it begins
/// where every day of the file begins a period of that kind, and as the one that it ends where every day ends one; a single
/// other day, and none is. Weeks are left out: where a week begins is not the same everywhere.
package struct DayPeriods: Hashable, Sendable {
    /// A day, and the line that it stands on.
    private struct Place: Hashable, Sendable {
        let day: CalendarDate
        let line: Int
    }

    /// The first day of the file that begins a period of one kind, ends one, and does neither.
    private struct Seen: Hashable, Sendable {
        var first: Place?
        var last: Place?
        var neither: Place?
    }

    private var seen: [PeriodKind: Seen] = [:]

    private static let kinds: [PeriodKind] = [.year, .halfYear, .quarter, .month, .schoolYear]

    package init() {}

    /// Takes in a day of the file.
    mutating func note(_ day: CalendarDate, line: Int) {
        let place = Place(day: day, line: line)
        for kind in Self.kinds {
            guard let period = Period(kind, containing: day) else { continue }
            var known = seen[kind] ?? Seen()
            if day == period.start {
                known.first = known.first ?? place
            } else if day == period.end {
                known.last = known.last ?? place
            } else {
                known.neither = known.neither ?? place
            }
            seen[kind] = known
        }
    }

    /// The period of this kind that the day stands for in the file; `nil` where that cannot be told.
    func period(of day: CalendarDate, _ kind: PeriodKind) -> Period? {
        guard let known = seen[kind], known.neither == nil, let period = Period(kind, containing: day) else {
            return nil
        }
        switch (known.first, known.last) {
        case (_?, nil): return day == period.start ? period : nil
        case (nil, _?): return day == period.end ? period : nil
        case (_?, _?), (nil, nil): return nil
        }
    }

    /// Why the day stands for no period of this kind: the period that may be meant, and the day that speaks against it.
    func objection(to day: CalendarDate, _ kind: PeriodKind) -> FaultDetail {
        guard Self.kinds.contains(kind), let meant = Period(kind, containing: day) else {
            return .periodKind(expected: kind, found: .day)
        }
        let known = seen[kind]
        let other = known?.neither ?? (day == meant.start ? known?.last : known?.first)
        return .dayForPeriod(meant, other: other?.day, line: other?.line)
    }
}
