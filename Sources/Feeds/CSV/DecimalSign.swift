/// The character before the decimals.
package enum DecimalSign: String, Hashable, Sendable, CaseIterable {
    case comma
    case point

    /// The character as a byte.
    package var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }

    /// The sign that may stand between thousands where this is the decimal sign.
    package var other: DecimalSign { self == .comma ? .point : .comma }
}
