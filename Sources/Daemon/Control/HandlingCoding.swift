internal import Alerting
internal import Indicators

/// Orders about open alerts as a list of texts.
enum HandlingCoding {
    static func texts(of order: HandlingOrder) -> [String] {
        ["\(order.at.milliseconds)", order.by, order.why == nil ? "" : "why", order.why ?? ""] + texts(of: order.deed)
    }

    private static func texts(of deed: HandlingOrder.Deed) -> [String] {
        switch deed {
        case .acknowledge(let alert, let until): ["acknowledge", alert, until.description]
        case .explain(let alert, let answers):
            ["explain", alert]
                + answers.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { [$0.key.rawValue, $0.value] }
        case .silence(let scope, let from, let until):
            ["silence", from.map { "\($0.milliseconds)" } ?? "", "\(until.milliseconds)"]
                + lists(of: scope).flatMap { name, names in names.sorted().flatMap { [name, $0] } }
        case .unsilence(let id): ["unsilence", "\(id)"]
        }
    }

    /// What the texts say; `nil` for anything else than what ``texts(of:)`` gives.
    static func order(_ texts: [String]) -> HandlingOrder? {
        guard texts.count >= 6, let at = moment(texts[0]), let deed = deed(texts[4], Array(texts[5...])) else {
            return nil
        }
        return HandlingOrder(deed, by: texts[1], why: texts[2].isEmpty ? nil : texts[3], at: at)
    }

    private static func deed(_ name: String, _ texts: [String]) -> HandlingOrder.Deed? {
        switch name {
        case "acknowledge" where texts.count == 2:
            return Acknowledgement.End(texts[1]).map { .acknowledge(texts[0], until: $0) }
        case "explain":
            guard let pairs = pairs(texts.dropFirst()) else { return nil }
            var answers: [Explanation.Part: String] = [:]
            for (name, text) in pairs {
                guard let part = Explanation.Part(rawValue: name) else { return nil }
                answers[part] = text
            }
            return .explain(texts[0], answers)
        case "silence": return silence(texts)
        case "unsilence" where texts.count == 1: return Int(texts[0]).map { .unsilence($0) }
        default: return nil
        }
    }

    private static func silence(_ texts: [String]) -> HandlingOrder.Deed? {
        guard texts.count >= 2, let until = moment(texts[1]), let pairs = pairs(texts.dropFirst(2)) else { return nil }
        let from = moment(texts[0])
        guard texts[0].isEmpty || from != nil else { return nil }
        var scope = Silence.Scope()
        for (name, text) in pairs {
            guard let list = Self.list(named: name) else { return nil }
            scope[keyPath: list].insert(text)
        }
        return .silence(scope, from: from, until: until)
    }

    private static func pairs(_ texts: ArraySlice<String>) -> [(String, String)]? {
        guard texts.count.isMultiple(of: 2) else { return nil }
        let all = Array(texts)
        return stride(from: 0, to: all.count, by: 2).map { (all[$0], all[$0 + 1]) }
    }

    private static func moment(_ text: String) -> Instant? { Int64(text).map(Instant.init(milliseconds:)) }

    private static func lists(of scope: Silence.Scope) -> [(String, Set<String>)] {
        [
            ("programme", scope.programmes), ("package", scope.packages), ("indicator", scope.indicators),
            ("area", scope.areas), ("rule", scope.rules), ("owner", scope.owners),
        ]
    }

    private static func list(named name: String) -> WritableKeyPath<Silence.Scope, Set<String>>? {
        switch name {
        case "programme": \.programmes
        case "package": \.packages
        case "indicator": \.indicators
        case "area": \.areas
        case "rule": \.rules
        case "owner": \.owners
        default: nil
        }
    }
}
