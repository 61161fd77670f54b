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
