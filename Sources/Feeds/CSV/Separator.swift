/// The character between two fields.
package enum Separator: String, Hashable, Sendable, CaseIterable {
    case semicolon
    case comma
    case tab

    /// The character as a byte.
    package var byte: UInt8 {
        switch self {
        case .semicolon: UInt8(ascii: ";")
        case .comma: UInt8(ascii: ",")
        case .tab: UInt8(ascii: "\t")
        }
    }
}
