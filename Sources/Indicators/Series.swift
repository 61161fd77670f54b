/// The stable name of an indicator: `wmo-maatwerk`.
package struct IndicatorID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let description: String

    package init(_ text: String) { description = text }

    package init(stringLiteral text: String) { description = text }

    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}

/// The code of an area as CBS writes it: `GM0303`, `WK030301`, `BU03030101`, `NL01`.
package struct AreaCode: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let description: String

    package init(_ text: String) { description = text }

    package init(stringLiteral text: String) { description = text }

    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }

    /// Whether this is a district (wijk) or neighbourhood (buurt) of the municipality.
    package func lies(in municipality: AreaCode) -> Bool {
        let digits = municipality.description.utf8.dropFirst(2)
        guard municipality.description.hasPrefix("GM"), digits.count == 4 else { return false }
        let own = description.utf8
        let expected = description.hasPrefix("WK") ? 8 : description.hasPrefix("BU") ? 10 : 0
        return own.count == expected && own.dropFirst(2).starts(with: digits)
            && own.dropFirst(2).allSatisfy { (48...57).contains($0) }
    }
}

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

/// One indicator for one area and one breakdown.
package struct SeriesKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let indicator: IndicatorID
    package let area: AreaCode
    package let breakdown: Breakdown

    package init(indicator: IndicatorID, area: AreaCode, breakdown: Breakdown = .total) {
        self.indicator = indicator
        self.area = area
        self.breakdown = breakdown
    }

    /// The key in one word, for logs and as part of an alert's identity: `wmo-maatwerk/GM0303` or
    /// `wmo-maatwerk/GM0303/leeftijd=65+`.
    package var description: String {
        breakdown == .total ? "\(indicator)/\(area)" : "\(indicator)/\(area)/\(breakdown)"
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.indicator, left.area, left.breakdown) < (right.indicator, right.area, right.breakdown)
    }
}
