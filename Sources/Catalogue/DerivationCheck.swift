internal import Indicators

/// Checks that derived indicators rest on indicators that are there, alike, and not on themselves.
struct DerivationCheck {
    let indicators: [String: IndicatorDraft]
    let faults: FaultList

    /// Notes the faults of all derivations.
    func check(_ drafts: [IndicatorDraft]) {
        for draft in drafts {
            guard let derived = draft.derived else { continue }
            noteTwice(derived.inputs)
            for input in derived.inputs { check(input, of: draft) }
        }
        var cyclic: Set<String> = []
        for draft in drafts where draft.derived != nil && !cyclic.contains(draft.id.value) {
            guard let cycle = cycle(from: draft.id.value) else { continue }
            cyclic.formUnion(cycle)
            let path = (cycle + cycle.prefix(1)).joined(separator: " → ")
            faults.add(
                "the indicator is derived from itself (\(escaped(path))); take one of them out of 'derived'",
                at: draft.derived?.place ?? draft.id.place
            )
        }
    }

    private func check(_ input: Located<String>, of draft: IndicatorDraft) {
        guard let other = indicators[input.value] else {
            return noteUnknownIndicator(input, among: indicators.keys, in: faults)
        }
        if let unit = draft.unit?.value, let theirs = other.unit?.value, unit != theirs {
            faults.add(
                """
                \(quoted(input.value)) has the unit \(quoted(theirs.symbol)), and the mean's unit is \
                \(quoted(unit.symbol)); make them the same
                """,
                at: input.place
            )
        }
        if let kind = draft.cadence?.kind, let theirs = other.cadence?.kind, kind != theirs {
            faults.add(
                """
                \(quoted(input.value)) has the cadence \(theirs.rawValue), and the mean's is \(kind.rawValue); make \
                them the same
                """,
                at: input.place
            )
        }
    }

    private func noteTwice(_ inputs: [Located<String>]) {
        for (index, input) in inputs.enumerated() where inputs[..<index].contains(where: { $0.value == input.value }) {
            faults.add("\(quoted(input.value)) stands twice in 'mean'; remove one", at: input.place)
        }
    }

    /// The way from the indicator back to itself; `nil` where there is none.
    private func cycle(from start: String) -> [String]? {
        var visited: Set<String> = []
        func search(_ id: String, _ path: [String]) -> [String]? {
            for input in indicators[id]?.derived?.inputs ?? [] {
                if input.value == start { return path }
                guard visited.insert(input.value).inserted else { continue }
                if let found = search(input.value, path + [input.value]) { return found }
            }
            return nil
        }
        return search(start, [start])
    }
}

/// Notes the name of an indicator that is not there.
func noteUnknownIndicator(_ name: Located<String>, among known: some Sequence<String>, in faults: FaultList) {
    let hint = nearest(to: name.value, among: Array(known)).map { "; the nearest is '\($0)'" } ?? ""
    faults.add("there is no indicator \(quoted(name.value))\(hint)", at: name.place)
}
