internal import Indicators

/// Reads how an indicator is made of others.
struct DerivationReader {
    /// The mapping under `derived`.
    let section: Section

    private static let lists: [(key: String, operation: Derivation.Operation)] = [
        ("mean", .mean), ("sum", .sum), ("difference", .difference),
    ]

    /// The derivation; `nil` where its inputs cannot be read.
    func derivation() -> DerivedDraft? {
        let decimals = section.value("decimals", expecting: "a whole number from 0 through 6") { text in
            Int(digits: text).flatMap { (0...6).contains($0) ? $0 : nil }
        }
        let forms = Self.lists.compactMap { list($0.key, $0.operation) } + [ratio(), share()].compactMap(\.self)
        guard let form = forms.first else {
            guard !section.has("numerator"), !section.has("denominator") else { return nil }
            section.faults.add(
                "'derived' does not say how; name 'mean', 'sum', 'difference', 'numerator' with 'denominator', or 'share'",
                at: section.place
            )
            return nil
        }
        if forms.count > 1 {
            section.faults.add("'derived' says more than one way; keep one of them", at: section.place)
        }
        return DerivedDraft(
            operation: form.operation,
            inputs: form.inputs,
            decimals: decimals?.value ?? 1,
            place: section.place
        )
    }

    private typealias Form = (operation: Derivation.Operation, inputs: [Located<SeriesReference>])

    private func list(_ key: String, _ operation: Derivation.Operation) -> Form? {
        guard section.node(key) != nil else { return nil }
        if section.isEmptyList(key) {
            let words = operation == .mean ? "whose mean is taken" : "that it is made of"
            section.faults.add("'\(key)' names no indicator; name those \(words)", at: section.keyPlace(key))
        }
        return (operation, references(section.texts(key), of: key))
    }

    private func ratio() -> Form? {
        let numerator = section.text("numerator")
        let denominator = section.text("denominator")
        let per = section.value("per", expecting: "1, 10, 100, 1000, 10000 or 100000") { text in
            Int(digits: text).flatMap { [1, 10, 100, 1000, 10_000, 100_000].contains($0) ? $0 : nil }
        }
        guard let numerator, let denominator else {
            if let lone = numerator ?? denominator {
                section.faults.add("'numerator' and 'denominator' go together; add the other one", at: lone.place)
            }
            return nil
        }
        return (
            .ratio(per: per?.value ?? 100),
            references([numerator], of: "numerator") + references([denominator], of: "denominator")
        )
    }

    private func share() -> Form? {
        guard let part = section.text("share") else { return nil }
        let whole = section.texts("of")
        if whole.isEmpty {
            section.faults.add("'share' has no 'of'; name the parts of the whole", at: part.place)
        }
        return (.share, references([part], of: "share") + references(whole, of: "of"))
    }

    private func references(_ texts: [Located<String>], of key: String) -> [Located<SeriesReference>] {
        texts.compactMap { text in
            section.value(of: text, for: key, expecting: "a series: 'id' or 'id[leeftijd=65+]'") { SeriesReference($0) }
        }
    }
}
