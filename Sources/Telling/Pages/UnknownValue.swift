internal import Assessment
package import Indicators

/// A value in an address that is none of those that its field can have: an empty page would be taken for an answer.
package struct UnknownValue: Sendable {
    /// The field, in the words of the page.
    let field: String
    let value: String
    /// The same address with each of the values that are known, in their order; none where they cannot be listed.
    let known: [PageFrame.Link]

    /// So many of the known ones are named.
    private static let mostNamed = 20

    /// The page that says so.
    package func page(in language: Language) -> UnknownPage {
        let phrases = Phrases(language)
        let (field, value) = (field.oneLine(limit: 40), value.oneLine(limit: 80))
        let left = known.count - Self.mostNamed
        let more = left > 0 ? " " + phrases.say("Er zijn er nog \(left) meer.", "There are \(left) more.") : ""
        return UnknownPage(
            phrases.say(
                "‘\(value)’ is geen bekende waarde van ‘\(field)’.",
                "'\(value)' is no known value of '\(field)'."
            ) + more,
            meant: Array(known.prefix(Self.mostNamed)),
            hint: phrases.say("Bekend zijn:", "Those that are known:"),
            language: language
        )
    }
}

extension PageAddress {
    /// The one value of an address by which it leads nowhere; `nil` where that is not for one value.
    ///
    /// - Parameters:
    ///   - path: the parts of the path, decoded.
    ///   - query: the fields of the query, decoded.
    /// - Returns: the value, with those that are known.
    package static func unknownValue(path: [String], query: [String: String]) -> UnknownValue? {
        let faulty = query.keys.sorted().first { name in
            PageAddress(path: path, query: query.filter { $0.key != name }) != nil
        }
        guard let name = faulty, let value = query[name].given else { return nil }
        let known = knownValues(of: name).compactMap { word in
            PageAddress(path: path, query: query.merging([name: word]) { $1 }).map { PageFrame.Link(word, $0) }
        }
        return UnknownValue(field: name, value: value, known: known)
    }

    /// What a field of a query can be, where that is a closed list.
    private static func knownValues(of field: String) -> [String] {
        switch field {
        case "licht": LightMark.order.map(SeriesFilter.word)
        case "ernst": AlertFilter.lights.map(SeriesFilter.word)
        case "laag": IndicatorLayer.allCases.map(\.dutch)
        case "formaat": ReportForm.allCases.map(\.rawValue)
        // Numbers, days and names are no list.
        default: []
        }
    }
}

extension SeriesFilter {
    /// The value that the programme does not have; `nil` where it has all that are asked for.
    package func unknownValue(
        in programme: Programme,
        _ register: IndicatorRegister,
        _ phrases: Phrases
    ) -> UnknownValue? {
        if let package, !programme.packages.contains(where: { $0.id == package }) {
            let known = programme.packages.map { own in link(own.title, in: programme) { $0.package = own.id } }
            return UnknownValue(field: phrases.say("pakket", "package"), value: package, known: known)
        }
        let owners = programme.packages.flatMap(\.indicators).compactMap { register.indicators[$0]?.owner }
        guard let owner, !owners.contains(owner) else { return nil }
        let known = Set(owners).sorted().map { own in link(own, in: programme) { $0.owner = own } }
        let field = PageWords(phrases: phrases).owner.lowercased()
        return UnknownValue(field: field, value: owner, known: known)
    }

    private func link(
        _ words: String,
        in programme: Programme,
        _ change: (inout SeriesFilter) -> Void
    ) -> PageFrame.Link {
        var other = self
        other.page = 1
        change(&other)
        return (words.oneLine(limit: 120), .programme(programme.id, other))
    }
}

extension AlertFilter {
    /// The value that there is no choice of; `nil` where there is one of all that are asked for.
    package func unknownValue(among choices: AlertsPage.Choices, _ phrases: Phrases) -> UnknownValue? {
        if let programme, !choices.programmes.contains(where: { $0.id == programme }) {
            let known = choices.programmes.map { own in link(own.title) { $0.programme = own.id } }
            return UnknownValue(field: phrases.say("programma", "programme"), value: programme, known: known)
        }
        guard let owner, !choices.owners.contains(owner) else { return nil }
        let known = choices.owners.map { own in link(own) { $0.owner = own } }
        let field = PageWords(phrases: phrases).owner.lowercased()
        return UnknownValue(field: field, value: owner, known: known)
    }

    private func link(_ words: String, _ change: (inout AlertFilter) -> Void) -> PageFrame.Link {
        var other = beginning
        change(&other)
        return (words.oneLine(limit: 120), .alerts(other))
    }
}
