/// What the relay says it can do, from its answer to EHLO (RFC 5321 section 4.1.1.1).
struct SMTPCapabilities: Sendable, Equatable {
    /// The ways of logging in that are spoken here, best first.
    enum Mechanism: String, Sendable, CaseIterable {
        case plain = "PLAIN"
        case login = "LOGIN"
    }

    /// STARTTLS is offered (RFC 3207).
    var startTLS = false

    /// BODY=8BITMIME is offered (RFC 6152).
    var eightBit = false

    /// SIZE is offered (RFC 1870).
    var size = false

    /// DSN is offered (RFC 3461).
    var deliveryReports = false

    /// The largest message accepted, if the relay names one.
    var largestMessage: Int?

    /// The best way of logging in that both sides know (RFC 4954).
    var mechanism: Mechanism?

    /// Nothing is offered.
    init() {}

    /// Reads the keywords; the first line is the relay's name.
    init(hello reply: SMTPReply) {
        for line in reply.lines.dropFirst() {
            let words = String(decoding: line, as: UTF8.self).uppercased().split(separator: " ").map { String($0) }
            guard let keyword = words.first else { continue }
            take(keyword, parameters: Array(words.dropFirst()))
        }
    }

    private mutating func take(_ keyword: String, parameters: [String]) {
        switch keyword {
        case "STARTTLS": startTLS = true
        case "8BITMIME": eightBit = true
        case "DSN": deliveryReports = true
        case "SIZE":
            size = true
            // Zero means that there is no fixed limit (RFC 1870 section 4).
            largestMessage = parameters.first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        case "AUTH": mechanism = Mechanism.allCases.first { parameters.contains($0.rawValue) }
        default: break
        }
    }
}
