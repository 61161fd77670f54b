import Glibc

/// Checks of host names and address literals, on octets (RFC 1123 section 2.1, RFC 5321 section 4.1.2).
enum HostName {
    static func isLetterOrDigit(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// Whether the octets are labels of letters, digits and inner hyphens, joined by single dots.
    static func isDomain(_ octets: some Collection<UInt8>) -> Bool {
        guard octets.count <= 255 else { return false }
        return Array(octets).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isLabel)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        guard (1...63).contains(label.count), let first = label.first, let last = label.last else { return false }
        let hyphen = UInt8(ascii: "-")
        return first != hyphen && last != hyphen && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen }
    }

    /// Whether the last label is a number, which a resolver would read as (part of) an IPv4 address.
    static func looksNumeric(_ host: String) -> Bool {
        guard let last = host.utf8.split(separator: UInt8(ascii: ".")).last else { return false }
        return last.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Whether there is nothing but visible ASCII: no space, no control character, no combining mark.
    static func isVisibleASCII(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// The four octets of a dotted address, or nil.
    static func ipv4(_ text: String) -> [UInt8]? {
        var address = in_addr()
        // The C function stops at a NUL and would accept whatever follows it.
        guard isVisibleASCII(text), inet_pton(AF_INET, text, &address) == 1 else { return nil }
        return withUnsafeBytes(of: &address) { Array($0) }
    }

    /// The sixteen octets of an IPv6 address without a zone, or nil.
    static func ipv6(_ text: String) -> [UInt8]? {
        var address = in6_addr()
        guard isVisibleASCII(text), inet_pton(AF_INET6, text, &address) == 1 else { return nil }
        return withUnsafeBytes(of: &address) { Array($0) }
    }

    /// Whether a host is this machine: `localhost` (RFC 6761), 127.0.0.0/8 or ::1.
    static func isLoopback(_ host: String) -> Bool {
        if let octets = ipv4(host) { return octets.first == 127 }
        if let octets = ipv6(host) { return isLoopback(ipv6: octets) }
        return host.lowercased() == "localhost"
    }

    private static func isLoopback(ipv6 octets: [UInt8]) -> Bool {
        let mappedLoopback: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 127]
        return octets == [UInt8](repeating: 0, count: 15) + [1] || octets.starts(with: mappedLoopback)
    }
}
