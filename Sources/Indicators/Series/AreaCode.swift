/// The code of an area as CBS writes it: `GM0303`, `WK030301`, `BU03030101`, `NL01`.
package struct AreaCode: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let description: String

    package init(_ text: String) { description = text }

    package init(stringLiteral text: String) { description = text }

    /// Stands where nobody has filled in a municipality yet.
    package static let toFillIn = AreaCode("GM0000")

    /// Reads a code as CBS makes them; `nil` for anything else, such as one with a digit too few.
    package init?(cbs text: String) {
        let letters = text.utf8.prefix(2)
        let digits = text.utf8.dropFirst(2)
        guard letters.count == 2, letters.allSatisfy({ (65...90).contains($0) }), (2...8).contains(digits.count),
            digits.allSatisfy({ (48...57).contains($0) }),
            Self.digits[String(text.prefix(2))].map({ $0 == digits.count }) ?? true
        else { return nil }
        description = text
    }

    /// How many digits the codes of an area's kind have; the codes of other regions differ.
    private static let digits = ["GM": 4, "WK": 6, "BU": 8, "NL": 2, "PV": 2, "LD": 2]

    /// Whether it is a district (wijk) or neighbourhood (buurt).
    package var isPartOfMunicipality: Bool {
        switch description.utf8.first {
        case UInt8(ascii: "B"): description.hasPrefix("BU")
        case UInt8(ascii: "W"): description.hasPrefix("WK")
        default: false
        }
    }

    /// Whether it is a municipality.
    package var isMunicipality: Bool { description.hasPrefix("GM") }

    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }

    /// Whether this is a district (wijk) or neighbourhood (buurt) of the municipality.
    package func lies(in municipality: AreaCode) -> Bool {
        lies(inOneOf: CollectionOfOne(municipality))
    }

    /// Whether this is a district or neighbourhood of one of the municipalities.
    func lies(inOneOf municipalities: some Collection<AreaCode>) -> Bool {
        let own = Array(description.utf8)
        let kind = own.prefix(2)
        guard kind == Self.district && own.count == 8 || kind == Self.neighbourhood && own.count == 10,
            own.dropFirst(2).allSatisfy({ (48...57).contains($0) })
        else { return false }
        let municipality = AreaCode("GM" + String(decoding: own[2..<6], as: UTF8.self))
        return municipalities.contains(municipality)
    }

    private static let district = Array("WK".utf8)[...]
    private static let neighbourhood = Array("BU".utf8)[...]
}
