/// The rule an e-mail address breaks.
package enum MailAddressError: Error, Equatable, CustomStringConvertible {
    /// There is no text at all.
    case empty

    /// A character outside ASCII.
    case notASCII

    /// A space, a line break, NUL or another control character.
    case spaceOrControlCharacter

    /// `<` or `>`.
    case angleBracket

    /// No @, or more than one, outside quotes.
    case notExactlyOneAt

    /// More than 64 octets before the @ or 254 in all (RFC 5321 section 4.5.3.1).
    case tooLong

    /// What precedes the @ is neither a dot-string nor a quoted string.
    case malformedLocalPart

    /// What follows the @ is not a domain name.
    case malformedDomain

    /// A sentence for the administrator; it does not repeat the address, which may be hostile.
    package var description: String {
        switch self {
        case .empty: "The e-mail address is empty."
        case .notASCII:
            "The e-mail address contains a character outside ASCII; write an international domain in its xn-- form."
        case .spaceOrControlCharacter: "The e-mail address contains a space, a line break or a control character."
        case .angleBracket: "The e-mail address contains < or >; write the bare address without a display name."
        case .notExactlyOneAt: "The e-mail address needs exactly one @."
        case .tooLong: "The e-mail address is too long: at most 64 octets before the @ and 254 in all."
        case .malformedLocalPart: "What stands before the @ is not valid in an e-mail address."
        case .malformedDomain: "What stands after the @ is not a domain name."
        }
    }
}
