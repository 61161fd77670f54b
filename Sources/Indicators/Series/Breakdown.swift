/// The part of the population that a series is about, as `name=value` pairs; empty for everybody.
package struct Breakdown: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The pairs, ordered by name and joined by commas: `geslacht=vrouw,leeftijd=65+`.
    package let description: String

    /// Everybody.
    package static let total = Breakdown(pairs: [:])

    package init(pairs: [String: String]) {
        description = pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }

    /// Reads `leeftijd=65+,geslacht=vrouw`; `nil` where a pair has no name or value, or a name stands twice.
    package init?(_ text: some StringProtocol) {
        var pairs: [String: String] = [:]
        for pair in text.split(separator: ",", omittingEmptySubsequences: false) where !text.trimmed.isEmpty {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
            guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty, pairs[sides[0]] == nil else { return nil }
            pairs[sides[0]] = sides[1]
        }
        self.init(pairs: pairs)
    }

    /// Some pairs of another breakdown, in its order.
    init(ordered pairs: [Substring]) {
        description = pairs.joined(separator: ",")
    }

    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
