package import Indicators

/// The mean of the last twelve months beside its noise: what months say of a level, whatever the season (calibration,
/// section 3).
package struct YearlyMean: Hashable, Sendable {
    package let mean: Double
    /// How far the mean lies from the true level by chance: 1.4 × s12 / √12, for months that follow each other.
    private let error: Double

    /// Before so many months it says nothing.
    private static let fewest = 24
    private static let months = 12
    /// So many differences with the year before are taken at most.
    private static let mostDifferences = 24

    /// The mean as of the last of the months; `nil` for fewer than 24 before it.
    ///
    /// - Parameter values: the values of months that follow each other, oldest first.
    package init?(_ values: some RandomAccessCollection<Double>) {
        let values = Array(values)
        guard values.count > Self.fewest else { return nil }
        mean = values.suffix(Self.months).reduce(0, +) / Double(Self.months)
        let before = values.dropLast()
        let differences = zip(before.dropFirst(Self.months), before).map { $0 - $1 }.suffix(Self.mostDifferences)
        let average = differences.reduce(0, +) / Double(differences.count)
        let squares = differences.reduce(0) { $0 + ($1 - average) * ($1 - average) }
        let deviation = (squares / Double(differences.count - 1)).squareRoot() / 2.0.squareRoot()
        error = 1.4 * deviation / Double(Self.months).squareRoot()
    }

    /// What the mean says beside a target.
    ///
    /// - Parameters:
    ///   - miss: how far the mean lies beyond the target; `nil` where it does what is asked.
    ///   - profile: how certain it has to be; `strict` holds three months in a row against twice the error.
    /// - Returns: its strength.
    package func strength(of miss: Double?, _ profile: AlertProfile) -> MissStrength {
        guard let miss else { return .met }
        switch profile {
        case .facts, .calibrated: return miss > 1.28 * error ? .strong : .withinNoise
        case .strict: return miss > 2 * error ? .weak : .withinNoise
        }
    }
}
