internal import Indicators

extension Phrases {
    /// The operation that makes a derived value: `som`, `verhouding per 1000`.
    func name(of operation: Derivation.Operation) -> String { say(operation.dutch, operation.name) }
}

extension Derivation.Operation {
    /// The operation as Dutch readers know it.
    fileprivate var dutch: String {
        switch self {
        case .mean: "gemiddelde"
        case .sum: "som"
        case .difference: "verschil"
        case .ratio(let per): "verhouding per \(per)"
        case .share: "aandeel"
        }
    }
}
