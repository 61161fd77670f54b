internal import Indicators

/// Why a message cannot be made.
package enum MIMEFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// An address that could break out of its header: empty, not ASCII, without @, or with blanks, angle brackets or
    /// control characters in it.
    case unsafeAddress(String)
    /// A Message-ID that is not `<…@…>` in visible ASCII.
    case unsafeMessageID(String)
    /// A key that is empty or longer than ``MessageID/longestKey``.
    case unsafeKey(String)

    /// A sentence for the administrator; what it quotes is safe to print.
    package var description: String {
        switch self {
        case .unsafeAddress(let text): "'\(text.oneLine(limit: 80))' cannot stand in a mail header as an address"
        case .unsafeMessageID(let text): "'\(text.oneLine(limit: 80))' is not a Message-ID"
        case .unsafeKey(let text):
            "'\(text.oneLine(limit: 80))' cannot be the key of a message: it is empty or too long"
        }
    }
}
