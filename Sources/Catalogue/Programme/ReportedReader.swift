internal import Indicators

/// Reads what documents report of a milestone.
struct ReportedReader {
    let faults: FaultList

    /// The reports, ordered by date.
    func reports(in section: Section, unit: Located<MeasureUnit>?) -> [Transcript.Report] {
        let nodes = section.list("reported")
        if let unit, unit.value != .milestone, !nodes.isEmpty {
            faults.add(
                "'reported' is about a milestone, and the unit is \(quoted(unit.value.symbol)); make it 'mijlpaal'",
                at: section.keyPlace("reported")
            )
        }
        let reports = nodes.compactMap(report)
        noteDaysTwice(reports.map(\.date))
        return reports.map(\.report).sorted { $0.date < $1.date }
    }

    private func report(_ node: YAMLNode) -> (date: Located<CalendarDate>, report: Transcript.Report)? {
        guard let section = Section(node, as: .reported, faults: faults) else { return nil }
        let date = section.value("date", expecting: Notations.dateWords) { CalendarDate($0) }
        let status = section.value(
            "status",
            expecting: "one of \(MilestoneStatus.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"
        ) { MilestoneStatus(word: $0) }
        let expected = section.value("expected", expecting: Notations.dateWords) { CalendarDate($0) }
        let note = section.text("note")
        let document = section.text("document")
        let heading = section.text("heading")
        guard let date, let status else { return nil }
        let report = Transcript.Report(
            date: date.value,
            report: MilestoneReport(status: status.value, expected: expected?.value),
            note: note?.value,
            document: document?.value,
            heading: heading?.value
        )
        return (date, report)
    }

    private func noteDaysTwice(_ dates: [Located<CalendarDate>]) {
        for (index, date) in dates.enumerated() {
            guard let first = dates[..<index].first(where: { $0.value == date.value }) else { continue }
            faults.add(
                "there are two reports of \(date.value); the first is on line \(first.place.line); remove one",
                at: date.place
            )
        }
    }
}
