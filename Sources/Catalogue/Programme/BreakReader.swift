internal import Indicators

/// Reads the days from which a series is another one.
struct BreakReader {
    let faults: FaultList

    /// The days under the key, in their order.
    func breaks(_ key: String, in section: Section, unit: MeasureUnit?) -> [SeriesBreak] {
        let nodes = section.list(key)
        if unit == .milestone, !nodes.isEmpty {
            faults.add(
                "'\(key)' is about measured values, and this is a milestone; remove it",
                at: section.keyPlace(key)
            )
        }
        var dates: [Located<CalendarDate>] = []
        var breaks: [SeriesBreak] = []
        for node in nodes {
            guard let entry = Section(node, as: .seriesBreak, faults: faults) else { continue }
            let date = entry.value("date", expecting: Notations.dateWords) { CalendarDate($0) }
            let reason = entry.text("reason")
            guard let date, let reason else { continue }
            if let first = dates.first(where: { $0.value == date.value }) {
                faults.add(
                    "'\(date.value)' stands twice in '\(key)'; the first is on line \(first.place.line); remove one",
                    at: date.place
                )
            }
            dates.append(date)
            breaks.append(SeriesBreak(date: date.value, reason: reason.value))
        }
        return breaks.sorted { $0.date < $1.date }
    }
}
