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
        // Most breakdowns are none, or one pair as it is kept: nothing has to be taken apart.
        if text.utf8.isEmpty || Self.isOnePlainPair(text.utf8) {
            self.init(plain: String(text))
            return
        }
        var pairs: [String: String] = [:]
        for pair in text.split(separator: ",", omittingEmptySubsequences: false) where !text.trimmed.isEmpty {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(\.trimmed)
            guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty, pairs[sides[0]] == nil else { return nil }
            pairs[sides[0]] = sides[1]
        }
        self.init(pairs: pairs)
    }

    private init(plain text: String) { description = text }

    /// Whether a text is one pair in ASCII letters, without a blank that would have to go.
    private static func isOnePlainPair(_ text: some Collection<UInt8>) -> Bool {
        var names = 0
        var values = 0
        var isValue = false
        for byte in text {
            guard (0x21...0x7E).contains(byte), byte != UInt8(ascii: ",") else { return false }
            if isValue {
                values += 1
            } else if byte == UInt8(ascii: "=") {
                isValue = true
            } else {
                names += 1
            }
        }
        return names > 0 && values > 0
    }

    /// Some pairs of another breakdown, in its order.
    init(ordered pairs: [Substring]) {
        description = pairs.joined(separator: ",")
    }

    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
