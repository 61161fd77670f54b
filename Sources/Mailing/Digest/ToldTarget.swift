internal import Alerting
internal import Assessment
internal import Indicators

/// A target of an alert, with how the value lies to it.
struct ToldTarget: Sendable {
    /// How the value lies to the target.
    enum Standing: Hashable, Sendable {
        case missed
        case ahead
        case met
        case unknown
    }

    let told: AlertFacts.NamedTarget
    let standing: Standing
    /// `nil` for a milestone.
    private let comparator: Comparator?
    /// The number as written, `25,3`; empty for a milestone.
    private let number: String

    /// A target of these facts.
    ///
    /// While the alert is open only targets that are missed or still to be reached are told. At the end they are met, or
    /// nobody can tell.
    init(_ told: AlertFacts.NamedTarget, of facts: AlertFacts, isClosed: Bool) {
        self.told = told
        standing = isClosed ? Self.closedStanding(facts) : Self.openStanding(told, facts)
        let scalars = told.bound.unicodeScalars
        let signPart = scalars.prefix { "<>=≤≥".unicodeScalars.contains($0) }
        let numberPart = scalars.dropFirst(signPart.count).drop { $0 == " " }.prefix {
            "-0123456789,".unicodeScalars.contains($0)
        }
        let sign = String(String.UnicodeScalarView(signPart))
        comparator = Comparator.allCases.first { $0.sign == sign }
        number = String(String.UnicodeScalarView(numberPart))
    }

    private static func openStanding(_ told: AlertFacts.NamedTarget, _ facts: AlertFacts) -> Standing {
        if facts.reason == .betterThanLevel { return .unknown }
        return facts.liesAhead(told) ? .ahead : .missed
    }

    private static func closedStanding(_ facts: AlertFacts) -> Standing {
        facts.reason == .targetMet || facts.reason == .revised ? .met : .unknown
    }

    /// The bound as a subject writes it, without the unit but for `%`: `< 108`, `< 25,3%`.
    var short: String {
        guard let comparator, !number.isEmpty else { return told.bound.oneLine(limit: 40) }
        return "\(comparator.sign) \(number)\(told.bound.contains("\(number)%") ? "%" : "")"
    }

    /// What the document writes where that is more than the bound says: `-10% t.o.v. 2025`.
    var relativeNotation: String? {
        let requirement = try? TargetNotation(told.notation).requirement
        return requirement?.needsBaseline == true ? told.notation.oneLine(limit: 80) : nil
    }

    /// Whether whoever meets this target meets the other one as well.
    private func isStricter(than other: ToldTarget) -> Bool {
        guard let own = ExactDecimal(number, decimalSign: ","),
            let theirs = ExactDecimal(other.number, decimalSign: ",")
        else { return false }
        return switch comparator {
        case .below: own < theirs || (own == theirs && other.comparator == .atMost)
        case .above: own > theirs || (own == theirs && other.comparator == .atLeast)
        case .atMost: own < theirs
        case .atLeast: own > theirs
        case .equal, nil: false
        }
    }

    /// The target to name where there is room for one: the strictest of those missed, else of those ahead.
    static func leading(of targets: [ToldTarget]) -> ToldTarget? {
        let missed = targets.filter { $0.standing == .missed }
        let candidates = missed.isEmpty ? targets : missed
        return candidates.dropFirst().reduce(candidates.first) { leader, target in
            guard let leader else { return target }
            return target.isStricter(than: leader) ? target : leader
        }
    }
}
