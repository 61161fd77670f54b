/// How long each step may take; the defaults are the minimums of RFC 5321 section 4.5.3.2.
package struct SMTPTimeouts: Sendable, Equatable {
    /// Finding the host and connecting; RFC 5321 leaves it open.
    package var connect: Duration = .seconds(60)

    /// The TLS handshake; RFC 5321 leaves it open.
    package var handshake: Duration = .seconds(60)

    /// The greeting.
    package var greeting: Duration = .seconds(300)

    /// The answer to EHLO.
    package var hello: Duration = .seconds(300)

    /// The answer to STARTTLS, to each step of AUTH, to RSET, to MAIL and to RCPT.
    package var command: Duration = .seconds(300)

    /// The answer to DATA.
    package var data: Duration = .seconds(120)

    /// Handing over one block of the message to the network.
    package var block: Duration = .seconds(180)

    /// The answer to the final dot.
    package var finalReply: Duration = .seconds(600)

    /// The answer to QUIT, and closing; nobody waits for it.
    package var quit: Duration = .seconds(5)

    /// A connection without a message; the relay would hang up after 300 seconds (RFC 5321 section 4.5.3.2.7).
    package var rest: Duration = .seconds(60)

    /// The whole delivery of one message, whatever its steps would still be allowed.
    package var total: Duration = .seconds(660)

    /// The defaults.
    package init() {}

    /// One short limit for every step, for tests and for interactive checks of the settings.
    ///
    /// - Parameter limit: the limit of each step and of the whole.
    package init(everything limit: Duration) {
        (connect, handshake, greeting, hello, command) = (limit, limit, limit, limit, limit)
        (data, block, finalReply, quit, rest, total) = (limit, limit, limit, limit, limit, limit)
    }

    /// The limit of one step.
    func limit(of step: SMTPStep) -> Duration {
        switch step {
        case .connect: connect
        case .handshake: handshake
        case .greeting: greeting
        case .hello: hello
        case .startTLS, .authentication, .reset, .mail, .recipient: command
        case .data: data
        case .block: block
        case .finalReply: finalReply
        case .rest: rest
        case .quit, .closed: quit
        }
    }
}
