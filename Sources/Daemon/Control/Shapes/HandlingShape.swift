internal import Alerting
internal import Indicators

/// An order about open alerts.
struct HandlingShape: ControlShape {
    fileprivate enum Deed: Codable {
        case acknowledge(alert: String, until: String)
        case explain(alert: String, answers: [String: String])
        case silence(Scope, from: Int64?, until: Int64)
        case unsilence(Int)
    }

    fileprivate struct Scope: Codable {
        let programmes: Set<String>
        let packages: Set<String>
        let indicators: Set<String>
        let areas: Set<String>
        let rules: Set<String>
        let owners: Set<String>
    }

    private let deed: Deed
    private let by: String
    private let why: String?
    private let at: Int64

    init(_ order: HandlingOrder) {
        deed = Deed(order.deed)
        (by, why, at) = (order.by, order.why, order.at.milliseconds)
    }

    func value() throws(ControlCoding.Malformed) -> HandlingOrder {
        HandlingOrder(try deed.value(), by: by, why: why, at: try Instant(asked: at))
    }
}

extension HandlingShape.Deed {
    fileprivate init(_ deed: HandlingOrder.Deed) {
        self =
            switch deed {
            case .acknowledge(let alert, let until): .acknowledge(alert: alert, until: until.description)
            case .explain(let alert, let answers):
                .explain(
                    alert: alert,
                    answers: Dictionary(answers.map { ($0.key.rawValue, $0.value) }) { first, _ in first }
                )
            case .silence(let scope, let from, let until):
                .silence(HandlingShape.Scope(scope), from: from?.milliseconds, until: until.milliseconds)
            case .unsilence(let id): .unsilence(id)
            }
    }

    fileprivate func value() throws(ControlCoding.Malformed) -> HandlingOrder.Deed {
        switch self {
        case .acknowledge(let alert, let until):
            guard let until = Acknowledgement.End(until) else { throw ControlCoding.Malformed() }
            return .acknowledge(alert, until: until)
        case .explain(let alert, let answers):
            var parts: [Explanation.Part: String] = [:]
            for (name, text) in answers {
                guard let part = Explanation.Part(rawValue: name) else { throw ControlCoding.Malformed() }
                parts[part] = text
            }
            return .explain(alert, parts)
        case .silence(let scope, let from, let until):
            return .silence(
                scope.value(),
                from: try Instant.asked(from),
                until: try Instant(asked: until)
            )
        case .unsilence(let id): return .unsilence(id)
        }
    }
}

extension HandlingShape.Scope {
    fileprivate init(_ scope: Silence.Scope) {
        (programmes, packages, indicators) = (scope.programmes, scope.packages, scope.indicators)
        (areas, rules, owners) = (scope.areas, scope.rules, scope.owners)
    }

    fileprivate func value() -> Silence.Scope {
        var scope = Silence.Scope()
        (scope.programmes, scope.packages, scope.indicators) = (programmes, packages, indicators)
        (scope.areas, scope.rules, scope.owners) = (areas, rules, owners)
        return scope
    }
}
