internal import Synchronization

/// Quantiles that were worked out before: a rule asks for the same few again and again, and each takes some seventy steps.
final class KnownQuantiles: Sendable {
    struct Asked: Hashable, Sendable {
        let degreesOfFreedom: Double
        let confidence: Double
    }

    /// More than rules ask for by far; where there are as many, it begins anew.
    private static let most = 1000

    private let known = Mutex<[Asked: Double]>([:])

    /// The quantile, worked out where it is not known.
    func quantile(_ asked: Asked, else compute: () -> Double) -> Double {
        if let quantile = known.withLock({ $0[asked] }) { return quantile }
        let quantile = compute()
        known.withLock { known in
            if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
            known[asked] = quantile
        }
        return quantile
    }
}
