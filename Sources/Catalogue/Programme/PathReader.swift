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
