internal import Indicators

/// Reads the yearly paths of an indicator: its own, and those of single series.
struct PathReader {
    let faults: FaultList

    /// The cells of all paths.
    func cells(in section: Section) -> [TargetCell] {
        let scope = ScopeReader(faults: faults).scope(in: section)
        let own = path(in: section, scope: scope)
        let others = section.list("paths").flatMap { node -> [TargetCell] in
            guard let path = Section(node, as: .scopedPath, faults: faults) else { return [] }
            return self.path(in: path, scope: ScopeReader(faults: faults).scope(in: path))
        }
        return own + others
    }

    private func path(in section: Section, scope: ScopeDraft?) -> [TargetCell] {
        let cells = section.pairs("targets").compactMap { pair -> TargetCell? in
            let period = section.value(of: pair.key, for: "targets", expecting: Notations.periodWords) { Period($0) }
            let notation = TargetCell.notation(pair.value, faults: faults)
            guard let period, let notation else { return nil }
            return TargetCell(period: period, notation: notation, scope: scope)
        }
        notePeriodsTwice(cells.map(\.period), in: faults)
        return cells
    }
}

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
