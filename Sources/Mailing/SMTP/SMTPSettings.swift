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
