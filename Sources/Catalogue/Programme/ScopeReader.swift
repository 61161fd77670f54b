internal import Indicators

/// Reads which series a target holds for.
struct ScopeReader {
    let faults: FaultList

    /// The scope under `applies_to`; `nil` for every series.
    func scope(in section: Section) -> ScopeDraft? {
        guard let text = section.text("applies_to"), text.value != "all" else { return nil }
        let words = text.value.split(separator: " ")
        let start = words.firstIndex { $0.contains("=") || $0 == "totaal" } ?? words.endIndex
        let area = words[..<start].joined(separator: " ")
        let written = words[start...].joined(separator: " ")
        let breakdown = written.isEmpty ? nil : written == "totaal" ? Breakdown.total : Breakdown(written)
        guard written.isEmpty || breakdown != nil else {
            faults.add(
                """
                'applies_to' has to be 'all', an area, a breakdown or both, as in 'WK030301 leeftijd=65+', not \
                \(quoted(text.value))
                """,
                at: text.place
            )
            return nil
        }
        return ScopeDraft(area: area.isEmpty ? nil : Located(value: area, place: text.place), breakdown: breakdown)
    }
}
