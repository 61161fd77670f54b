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

    /// The outcome is fixed; waiting for the answer to QUIT.
    case quit

    /// Nothing more will happen.
    case closed

    /// Fits after "while".
    var gerund: String {
        switch self {
        case .connect: "connecting"
        case .handshake: "setting up TLS"
        case .greeting: "waiting for the greeting"
        case .hello: "waiting for the answer to EHLO"
        case .startTLS: "waiting for the answer to STARTTLS"
        case .authentication: "logging in"
        case .mail: "waiting for the answer to MAIL"
        case .recipient: "waiting for the answer to RCPT"
        case .data: "waiting for the answer to DATA"
        case .block: "sending the message"
        case .finalReply: "waiting for the answer to the whole message"
        case .quit, .closed: "closing"
        }
    }
}
