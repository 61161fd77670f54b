package import Alerting
package import Indicators

/// Reads a file with acts of handling: a list, each with who does it.
///
/// - Parameters:
///   - bytes: what stands in the file.
///   - file: its name, for faults.
///   - zone: the zone of days and moments.
///   - now: when the acts are done.
/// - Returns: the orders in the order of the file.
/// - Throws: every fault that was found; then nothing of the file is to be done.
package func readHandlingOrders(
    _ bytes: [UInt8],
    file: String,
    in zone: LocalZone,
    at now: Instant
) throws(ConfigurationFaults) -> [HandlingOrder] {
    let faults = FaultList()
    let reader = HandlingReader(faults: faults, zone: zone, now: now)
    let orders = YAMLDocument.root(of: bytes, file: file, faults: faults).map(reader.orders) ?? []
    if orders.isEmpty, faults.isEmpty { faults.add("there is no act in it; write one", at: .start(of: file)) }
    guard faults.isEmpty else {
        throw ConfigurationFaults(faults: faults.sorted(files: [file]), cause: .written)
    }
    return orders
}

/// Reads acts of handling.
private struct HandlingReader {
    let faults: FaultList
    let zone: LocalZone
    let now: Instant

    private static let verbs = ["ack", "note", "silence", "unsilence"]

    func orders(_ root: YAMLNode) -> [HandlingOrder] {
        guard case .list(let nodes) = root.content else {
            faults.add(
                "the file has to be a list of acts, not \(root.kindInWords); write '- ack: ALERT' and so on",
                at: root.place
            )
            return []
        }
        return nodes.compactMap(order)
    }

    private func order(_ node: YAMLNode) -> HandlingOrder? {
        guard let section = Section(node, as: .handlingAct, faults: faults) else { return nil }
        let named = Self.verbs.filter(section.has)
        guard named.count == 1 else {
            let what = named.isEmpty ? "none" : named.map { "'\($0)'" }.joined(separator: " and ")
            faults.add("an act is one of 'ack', 'note', 'silence' and 'unsilence'; this has \(what)", at: section.place)
            return nil
        }
        let (by, why) = (section.text("by"), section.text("why"))
        guard let deed = deed(named[0], in: section), let by else { return nil }
        return HandlingOrder(deed, by: by.value, why: why?.value, at: now)
    }

    private func deed(_ verb: String, in section: Section) -> HandlingOrder.Deed? {
        refuse(otherThan: verb, in: section)
        switch verb {
        case "ack":
            let until = section.value("until", expecting: "a day as '2026-12-01', 'next-measurement' or 'resolved'") {
                Acknowledgement.End($0)
            }
            guard !section.has("until") || until != nil else { return nil }
            return section.text("ack").map { .acknowledge($0.value, until: until?.value ?? .resolved) }
        case "note": return note(in: section)
        case "silence": return silence(in: section)
        case "unsilence":
            return section.value("unsilence", expecting: "the number of a silence", { Int($0) })
                .map { .unsilence($0.value) }
        default: return nil
        }
    }

    /// The keys that have a meaning beside each verb.
    private func refuse(otherThan verb: String, in section: Section) {
        let answers = Self.answers.flatMap(\.names)
        let own = ["ack": ["until"], "note": answers, "silence": ["from", "until"]][verb] ?? []
        for key in ["from", "until"] + answers where section.has(key) && !own.contains(key) {
            faults.add("'\(key)' says nothing about '\(verb)'; remove it", at: section.keyPlace(key))
        }
    }

    private static let answers: [(part: Explanation.Part, names: [String])] = [
        (.cause, ["oorzaak", "cause"]), (.consequence, ["gevolg", "consequence"]),
        (.measure, ["bijsturing", "measure"]),
    ]

    private func note(in section: Section) -> HandlingOrder.Deed? {
        var answers: [Explanation.Part: String] = [:]
        for (part, names) in Self.answers {
            let texts = names.compactMap { section.text($0) }
            if texts.count > 1 { faults.add("the same is answered twice; remove one", at: texts[1].place) }
            answers[part] = texts.first?.value
        }
        if answers.isEmpty {
            faults.add("'note' needs 'oorzaak', 'gevolg' or 'bijsturing'", at: section.keyPlace("note"))
        }
        return section.text("note").map { .explain($0.value, answers) }
    }

    private func silence(in section: Section) -> HandlingOrder.Deed? {
        if !section.has("why") { faults.add("a silence needs a reason; add 'why'", at: section.place) }
        if !section.has("until") { faults.add("a silence has an end; add 'until'", at: section.place) }
        let (from, until) = (moment("from", in: section), moment("until", in: section))
        let scope = section.section("silence", as: .handlingSilence).map(self.scope)
        guard let scope, let until, !section.has("from") || from != nil else { return nil }
        if scope.isEmpty {
            faults.add("the silence names nothing; name what has to be silent", at: section.keyPlace("silence"))
        }
        return .silence(scope, from: from, until: until)
    }

    private func scope(_ section: Section) -> Silence.Scope {
        var scope = Silence.Scope()
        func names(_ key: String) -> Set<String> { Set(section.texts(key).map(\.value)) }
        scope.programmes = names("programmes")
        scope.packages = names("packages")
        scope.indicators = names("indicators")
        scope.areas = names("areas")
        scope.rules = names("rules")
        scope.owners = names("owners")
        return scope
    }

    private func moment(_ key: String, in section: Section) -> Instant? {
        section.value(key, expecting: "a day as '2026-12-01' or a moment as '2026-12-01T08:00'") { text in
            zone.moment(text) ?? CalendarDate(text).map(zone.start)
        }?.value
    }
}
