/// Where mail is handed over: `smtp://host[:port]` or `smtps://host[:port]`.
///
/// An IPv6 address stands in brackets. Without a port, 25 is used for `smtp` and 465 for `smtps` (RFC 8314).
package struct RelayAddress: Sendable, Hashable, CustomStringConvertible {
    /// How the connection begins.
    package enum Scheme: String, Sendable {
        /// In the clear; raised to TLS by STARTTLS unless the relay is this very machine, or the settings say otherwise.
        case smtp

        /// TLS from the first octet.
        case smtps

        /// The port used when none is named.
        package var defaultPort: Int { self == .smtp ? 25 : 465 }
    }

    /// How the connection begins.
    package let scheme: Scheme

    /// A name, an IPv4 address, or an IPv6 address without brackets.
    package let host: String

    /// 1 to 65535.
    package let port: Int

    /// Whether the host is named as this very machine, where SMTP without TLS is acceptable.
    package var isLoopback: Bool { HostName.isLoopback(host) }

    /// Whether the host is an address rather than a name.
    package var isLiteral: Bool { HostName.ipv4(host) != nil || isIPv6 }

    private var isIPv6: Bool { HostName.ipv6(host) != nil }

    /// The canonical form, with the port.
    package var description: String { "\(scheme.rawValue)://\(isIPv6 ? "[\(host)]" : host):\(port)" }

    /// Reads the written form.
    ///
    /// - Parameter text: the address as configured.
    /// - Throws: `RelayAddressError`; its text never repeats the input, which may hold a password.
    package init(_ text: String) throws(RelayAddressError) {
        // First of all: nothing that may hold a password is looked at any further.
        guard !text.utf8.contains(UInt8(ascii: "@")) else { throw .userInfo }
        guard HostName.isVisibleASCII(text) else { throw .host }
        let (scheme, rest) = try Self.takeScheme(from: text)
        guard !rest.utf8.contains(where: "/?#".utf8.contains) else { throw .pathOrQuery }
        let (host, port) = try Self.splitPort(from: rest)
        self.scheme = scheme
        self.host = try Self.checkedHost(host)
        self.port =
            try port.map { digits throws(RelayAddressError) in try Self.checkedPort(digits) } ?? scheme.defaultPort
    }

    private static func takeScheme(from text: String) throws(RelayAddressError) -> (Scheme, Substring) {
        for scheme in [Scheme.smtp, .smtps] {
            let prefix = "\(scheme.rawValue)://"
            if text.utf8.starts(with: prefix.utf8) {
                return (scheme, text[text.utf8.index(text.startIndex, offsetBy: prefix.utf8.count)...])
            }
        }
        throw .scheme
    }

    /// Splits at the colon before the port: after the bracket of an IPv6 address, else the only colon.
    private static func splitPort(from rest: Substring) throws(RelayAddressError) -> (Substring, Substring?) {
        if rest.utf8.first == UInt8(ascii: "[") {
            guard let end = rest.utf8.firstIndex(of: UInt8(ascii: "]")) else { throw .host }
            let tail = rest[rest.utf8.index(after: end)...]
            let address = rest[...end]
            guard !tail.isEmpty else { return (address, nil) }
            guard tail.utf8.first == UInt8(ascii: ":") else { throw .host }
            return (address, tail.dropFirst())
        }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, let host = parts.first else { throw .host }
        return (host, parts.count == 2 ? parts[1] : nil)
    }

    private static func checkedHost(_ text: Substring) throws(RelayAddressError) -> String {
        if text.utf8.first == UInt8(ascii: "[") {
            let inner = String(text.dropFirst().dropLast())
            guard HostName.ipv6(inner) != nil else { throw .host }
            return inner
        }
        let host = String(text)
        guard HostName.isDomain(host.utf8) else { throw .host }
        // "127.1" is a valid name by its letters, but a resolver takes it for an address.
        guard !HostName.looksNumeric(host) || HostName.ipv4(host) != nil else { throw .host }
        return host
    }

    private static func checkedPort(_ digits: Substring) throws(RelayAddressError) -> Int {
        let isNumber = digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isNumber, digits.utf8.count <= 5, let port = Int(digits), (1...65_535).contains(port) else {
            throw .port
        }
        return port
    }
}
