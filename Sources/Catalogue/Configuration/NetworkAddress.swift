internal import Glibc
internal import Indicators

/// IP addresses as people write them.
enum NetworkAddress {
    /// The address in the one form that the system shows it in; `nil` for anything else than an IP address.
    static func canonical(_ text: String) -> String? {
        canonical(text, AF_INET) ?? canonical(text, AF_INET6)
    }

    private static func canonical(_ text: String, _ family: Int32) -> String? {
        // Room for the longer of both kinds.
        var bytes = [UInt8](repeating: 0, count: 16)
        var shown = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_pton(family, text, &bytes) == 1,
            inet_ntop(family, bytes, &shown, socklen_t(shown.count)) != nil
        else { return nil }
        return String(decoding: shown.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// An address and a port, parted by a colon: `127.0.0.1:8080`, `[::1]:8080`; `nil` for anything else.
    static func withPort(_ text: String) -> (host: String, port: Int)? {
        guard let colon = text.lastIndex(of: ":"), let port = Int(digits: text[text.index(after: colon)...]),
            port <= 65_535
        else { return nil }
        let host = text[..<colon]
        if host == "localhost" { return ("127.0.0.1", port) }
        let isInBrackets = host.hasPrefix("[") && host.hasSuffix("]")
        let bare = String(isInBrackets ? host.dropFirst().dropLast() : host)
        guard bare.contains(":") == isInBrackets, let address = canonical(bare) else { return nil }
        return (address, port)
    }
}
