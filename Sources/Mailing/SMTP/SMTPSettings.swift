/// Everything the SMTP client has to know about the relay.
package struct SMTPSettings: Sendable, Equatable {
    /// How the connection is protected; follows from the relay and the credentials, and is never lowered.
    package enum Protection: Sendable, Equatable {
        /// TLS from the first octet.
        case implicitTLS

        /// STARTTLS, without which nothing is sent (RFC 3207).
        case startTLS

        /// In the clear: only to this very machine and only without credentials.
        case none
    }

    /// Where mail is handed over.
    package let relay: RelayAddress

    /// The name given in EHLO: a domain name or an address literal in brackets.
    package let heloName: String

    /// The user name and password, if the relay asks for them.
    package let credentials: Credentials?

    /// A PEM file of the certificate authorities to trust instead of those of the system.
    package let caFile: String?

    /// The limits of time.
    package let timeouts: SMTPTimeouts

    /// Checks and keeps the settings.
    ///
    /// - Parameters:
    ///   - relay: where mail is handed over.
    ///   - heloName: the name given in EHLO.
    ///   - credentials: the user name and password, if any.
    ///   - caFile: a PEM file of authorities to trust instead of the system's.
    ///   - timeouts: the limits of time.
    /// - Throws: `SMTPSettingsError` when the EHLO name could not be sent.
    package init(
        relay: RelayAddress,
        heloName: String,
        credentials: Credentials? = nil,
        caFile: String? = nil,
        timeouts: SMTPTimeouts = SMTPTimeouts()
    ) throws(SMTPSettingsError) {
        guard Self.isGreetable(heloName) else { throw .heloName }
        self.relay = relay
        self.heloName = heloName
        self.credentials = credentials
        self.caFile = caFile
        self.timeouts = timeouts
    }

    /// How the connection is protected.
    package var protection: Protection {
        if relay.scheme == .smtps { return .implicitTLS }
        return relay.isLoopback && credentials == nil ? .none : .startTLS
    }

    private static func isGreetable(_ name: String) -> Bool {
        if HostName.isDomain(name.utf8) { return true }
        guard HostName.isVisibleASCII(name) else { return false }
        guard name.utf8.first == UInt8(ascii: "["), name.utf8.last == UInt8(ascii: "]") else { return false }
        let literal = String(name.dropFirst().dropLast())
        let tag = "IPv6:"
        return literal.hasPrefix(tag)
            ? HostName.ipv6(String(literal.dropFirst(tag.count))) != nil : HostName.ipv4(literal) != nil
    }
}

/// Why SMTP settings cannot be used.
package enum SMTPSettingsError: Error, Equatable, CustomStringConvertible {
    /// The EHLO name is neither a domain name nor an address literal.
    case heloName

    /// A sentence for the administrator.
    package var description: String {
        "The name for EHLO must be a domain name such as peilwacht.example.nl, or an address such as [192.0.2.1]."
    }
}

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
