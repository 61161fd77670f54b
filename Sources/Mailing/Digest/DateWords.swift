internal import Indicators

/// Dates, hours and periods as people write them.
struct DateWords: Sendable {
    private let language: Language
    private let zone: LocalZone

    init(language: Language, zone: LocalZone) {
        self.language = language
        self.zone = zone
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays: [Language: [String]] = [
        .nl: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
        .en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ]

    private func month(_ number: Int) -> String {
        (language == .nl ? Period.dutchMonths : Self.englishMonths)[number - 1]
    }

    /// The name of an ISO 8601 weekday, 1 through 7.
    func weekday(_ number: Int) -> String { Self.weekdays[language]?[number - 1] ?? "" }

    /// `1 april 2026`.
    func date(_ date: CalendarDate) -> String { "\(date.day) \(month(date.month)) \(date.year)" }

    /// The day in the zone: `1 april 2026`.
    func date(_ instant: Instant) -> String { date(zone.local(instant).date) }

    /// `woensdag 1 april 2026`.
    func dateWithWeekday(_ date: CalendarDate) -> String { "\(weekday(date.weekday)) \(self.date(date))" }

    /// `08.00 uur`, as Dutch writes the time of day.
    func clock(secondOfDay: Int) -> String {
        let hour = (secondOfDay / 3600).padded(to: 2)
        let minute = (secondOfDay / 60 % 60).padded(to: 2)
        return language == .nl ? "\(hour).\(minute) uur" : "\(hour):\(minute)"
    }

    /// `woensdag 1 april 2026 om 08.00 uur`.
    func moment(_ local: LocalDateTime) -> String {
        "\(dateWithWeekday(local.date)) \(language == .nl ? "om" : "at") \(clock(secondOfDay: local.secondOfDay))"
    }

    /// The moment with the name of its time: `woensdag 1 april 2026 om 08.00 uur (Nederlandse tijd)`.
    func momentWithZone(_ instant: Instant) -> String { "\(moment(zone.local(instant))) (\(zoneName))" }

    private var zoneName: String {
        guard zone.name == "Europe/Amsterdam" else { return zone.name.oneLine(limit: 60) }
        return language == .nl ? "Nederlandse tijd" : "Dutch time"
    }

    /// A period as stored, in words: `2026`, `het 3e kwartaal van 2026`, `april 2026`, `schooljaar 2025/2026`.
    func period(_ text: String) -> String {
        guard let period = Period(text) else { return text.oneLine(limit: 40) }
        let index = period.index
        let isDutch = language == .nl
        return switch period.kind {
        case .year: "\(period.year)"
        case .halfYear: isDutch ? "het \(index)e halfjaar van \(period.year)" : "half-year \(index) of \(period.year)"
        case .quarter: isDutch ? "het \(index)e kwartaal van \(period.year)" : "quarter \(index) of \(period.year)"
        case .month: "\(month(index)) \(period.year)"
        case .schoolYear: "\(isDutch ? "schooljaar" : "school year") \(period)"
        case .week: isDutch ? "week \(index) van \(period.year)" : "week \(index) of \(period.year)"
        case .day: date(period.start)
        }
    }
}
