/// Where a conversation stands; each step has its own limit of time (RFC 5321 section 4.5.3.2).
package enum SMTPStep: Sendable, Hashable {
    /// Finding the host and connecting.
    case connect

    /// The TLS handshake.
    case handshake

    /// Waiting for the greeting.
    case greeting

    /// Waiting for the answer to EHLO.
    case hello

    /// Waiting for the answer to STARTTLS.
    case startTLS

    /// Waiting for an answer within AUTH.
    case authentication

    /// Waiting for the answer to RSET.
    case reset

    /// Waiting for the answer to MAIL.
    case mail

    /// Waiting for the answer to RCPT.
    case recipient

    /// Waiting for the answer to DATA.
    case data

    /// Handing over the block of this number, counted from one.
    case block(Int)

    /// Waiting for the answer to the final dot.
    case finalReply

    /// Nothing is under way; the connection is kept for another message.
    case rest

    /// The outcome is fixed; waiting for the answer to QUIT.
    case quit

    /// Nothing more will happen.
    case closed

    /// Whether a refusal here is about the message, so that another one may follow it on the same connection.
    var isWithinTransaction: Bool {
        switch self {
        case .mail, .recipient, .data, .finalReply: true
        case .connect, .handshake, .greeting, .hello, .startTLS, .authentication, .reset, .block, .rest, .quit, .closed:
            false
        }
    }

    /// Fits after "while".
    var gerund: String {
        switch self {
        case .connect: "connecting"
        case .handshake: "setting up TLS"
        case .greeting: "waiting for the greeting"
        case .hello: "waiting for the answer to EHLO"
        case .startTLS: "waiting for the answer to STARTTLS"
        case .authentication: "logging in"
        case .reset: "waiting for the answer to RSET"
        case .rest: "waiting for another message"
        case .mail: "waiting for the answer to MAIL"
        case .recipient: "waiting for the answer to RCPT"
        case .data: "waiting for the answer to DATA"
        case .block: "sending the message"
        case .finalReply: "waiting for the answer to the whole message"
        case .quit, .closed: "closing"
        }
    }
}
