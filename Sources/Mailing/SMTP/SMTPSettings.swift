/// Everything the SMTP client has to know about the relay.
package struct SMTPSettings: Sendable, Equatable {
    /// How the connection is protected; follows from the relay and the credentials, and is never lowered.
    package enum Protection: Sendable, Equatable {
        /// TLS from the first octet.
        case implicitTLS

        /// STARTTLS, without which nothing is sent (RFC 3207).
        case startTLS

        /// STARTTLS where the relay offers it, else in the clear; only where the administrator says so.
        case startTLSIfOffered

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

    /// Whether mail may go in the clear to another machine that offers no TLS.
    package let allowsPlain: Bool

    /// The limits of time.
    package let timeouts: SMTPTimeouts

    /// Whether a conversation ends where the mail would begin: the relay is only asked whether it would talk with us.
    var endsBeforeMail = false

    /// Checks and keeps the settings.
    ///
    /// - Parameters:
    ///   - relay: where mail is handed over.
    ///   - heloName: the name given in EHLO.
    ///   - credentials: the user name and password, if any.
    ///   - caFile: a PEM file of authorities to trust instead of the system's.
    ///   - allowsPlain: whether mail may go in the clear to another machine that offers no TLS.
    ///   - timeouts: the limits of time.
    /// - Throws: `SMTPSettingsError` when the EHLO name could not be sent.
    package init(
        relay: RelayAddress,
        heloName: String,
        credentials: Credentials? = nil,
        caFile: String? = nil,
        allowsPlain: Bool = false,
        timeouts: SMTPTimeouts = SMTPTimeouts()
    ) throws(SMTPSettingsError) {
        guard Self.isGreetable(heloName) else { throw .heloName }
        self.relay = relay
        self.heloName = heloName
        self.credentials = credentials
        self.caFile = caFile
        self.allowsPlain = allowsPlain
        self.timeouts = timeouts
    }

    /// How the connection is protected.
    package var protection: Protection {
        if relay.scheme == .smtps { return .implicitTLS }
        guard credentials == nil else { return .startTLS }
        return relay.isLoopback ? .none : allowsPlain ? .startTLSIfOffered : .startTLS
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
