internal import Indicators

/// Checks that derived indicators rest on indicators that are there, alike, and not on themselves.
struct DerivationCheck {
    let indicators: [String: IndicatorDraft]
    let faults: FaultList

    /// Notes the faults of all derivations.
    func check(_ drafts: [IndicatorDraft]) {
        for draft in drafts {
            guard let derived = draft.derived else { continue }
            noteTwice(derived)
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

    private func check(_ input: Located<SeriesReference>, of draft: IndicatorDraft) {
        let name = input.map(\.indicator.description)
        guard let other = indicators[name.value] else {
            return noteUnknownIndicator(name, among: indicators.keys, in: faults)
        }
        if let unit = expectedUnit(of: draft), let theirs = other.unit?.value, unit != theirs {
            faults.add(
                """
                \(quoted(name.value)) has the unit \(quoted(theirs.symbol)), and \(Self.counterpart(of: draft)) unit \
                is \(quoted(unit.symbol)); make them the same
                """,
                at: input.place
            )
        }
        if let kind = draft.cadence?.kind, let theirs = other.cadence?.kind, kind != theirs {
            faults.add(
                """
                \(quoted(name.value)) has the cadence \(theirs.rawValue), and \(Self.owner(of: draft)) is \
                \(kind.rawValue); make them the same
                """,
                at: input.place
            )
        }
    }

    /// The unit that an input has to have; `nil` where any will do, as below and above the line of a ratio.
    private func expectedUnit(of draft: IndicatorDraft) -> MeasureUnit? {
        switch draft.derived?.operation {
        case .mean, .sum, .difference: draft.unit?.value
        case .share: draft.derived?.inputs.first.flatMap { indicators[$0.value.indicator.description]?.unit?.value }
        case .ratio, nil: nil
        }
    }

    private static func owner(of draft: IndicatorDraft) -> String {
        if case .mean? = draft.derived?.operation { "the mean's" } else { "the derived indicator's" }
    }

    private static func counterpart(of draft: IndicatorDraft) -> String {
        if case .share? = draft.derived?.operation { "the part's" } else { owner(of: draft) }
    }

    private func noteTwice(_ derived: DerivedDraft) {
        // A part stands in its whole again, and one figure may be both above and below the line of a ratio.
        let inputs = derived.operation == .share ? Array(derived.inputs.dropFirst()) : derived.inputs
        for (index, input) in inputs.enumerated() where inputs[..<index].contains(where: { $0.value == input.value }) {
            let name = if case .ratio = derived.operation { "ratio" } else { derived.operation.name }
            faults.add(
                "\(quoted(input.value.description)) stands twice in '\(name == "share" ? "of" : name)'; remove one",
                at: input.place
            )
        }
    }

    /// The way from the indicator back to itself; `nil` where there is none.
    private func cycle(from start: String) -> [String]? {
        var visited: Set<String> = []
        func search(_ id: String, _ path: [String]) -> [String]? {
            for input in indicators[id]?.derived?.inputs.map(\.value.indicator.description) ?? [] {
                if input == start { return path }
                guard visited.insert(input).inserted else { continue }
                if let found = search(input, path + [input]) { return found }
            }
            return nil
        }
        return search(start, [start])
    }
}

/// Notes the name of an indicator that is not there.
func noteUnknownIndicator(_ name: Located<String>, among known: some Sequence<String>, in faults: FaultList) {
    let hint = NearestName.like(name.value, among: known).map { "; the nearest is '\($0)'" } ?? ""
    faults.add("there is no indicator \(quoted(name.value))\(hint)", at: name.place)
}
