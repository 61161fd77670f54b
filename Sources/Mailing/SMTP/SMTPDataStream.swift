/// A message as it travels after DATA: lines ended by CRLF, dots stuffed, the final dot at the end.
///
/// Every CR and every LF that does not belong to a CRLF becomes one. A bare LF left in place could let the
/// relay see the end of the message where there is none: SMTP smuggling (RFC 5321 sections 2.3.8 and 4.5.2).
struct SMTPDataStream: Sendable, Equatable {
    /// Longest line without its CRLF (RFC 5321 section 4.5.3.1.6).
    static let longestAllowedLine = 998

    /// What is sent, including the line with the final dot.
    private(set) var octets: [UInt8] = []

    /// The size declared in MAIL: CRLFs counted, stuffed dots not (RFC 1870 section 3).
    private(set) var size = 0

    /// Whether there is an octet above 127.
    private(set) var hasEightBit = false

    /// The longest line without its CRLF.
    private(set) var longestLine = 0

    private var lineLength = 0

    /// Prepares a message; line ends of any kind are accepted.
    init(_ message: [UInt8]) {
        octets.reserveCapacity(message.count + message.count / 40 + 16)
        var afterCR = false
        for octet in message {
            switch octet {
            case UInt8(ascii: "\r"): endLine()
            case UInt8(ascii: "\n"): if !afterCR { endLine() }
            default: add(octet)
            }
            afterCR = octet == UInt8(ascii: "\r")
        }
        if lineLength > 0 { endLine() }
        octets += [UInt8(ascii: "."), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    private mutating func add(_ octet: UInt8) {
        if lineLength == 0, octet == UInt8(ascii: ".") { octets.append(octet) }
        octets.append(octet)
        size += 1
        lineLength += 1
        hasEightBit = hasEightBit || octet > 0x7F
    }

    private mutating func endLine() {
        octets.append(UInt8(ascii: "\r"))
        octets.append(UInt8(ascii: "\n"))
        size += 2
        longestLine = max(longestLine, lineLength)
        lineLength = 0
    }
}
