internal import Indicators
internal import NIOCore

/// Says under which names the page answers.
///
/// A page of somebody else can have its own name resolved to our address, and then read our pages in a visitor's browser
/// (DNS rebinding); it cannot do so with an address in digits, nor with a name that we were given.
struct HostCheck: Hashable {
    /// `peilwacht.dronten.example` or `peilwacht.dronten.example:8443`; `nil` where the page has no name.
    private let known: String?

    init(address: String?) {
        known = address?.split(separator: "/").last.map(String.init)
    }

    /// Whether the header `Host` names this page.
    func accepts(_ host: String) -> Bool {
        let host = host.lowercased()
        if host == known { return true }
        guard let name = Self.name(host) else { return false }
        return name == "localhost" || Self.isInDigits(name)
    }

    /// The host without its port; `nil` where something else follows it.
    private static func name(_ host: String) -> Substring? {
        let end =
            host.hasPrefix("[")
            ? host.firstIndex(of: "]").map { host.index(after: $0) } : host.firstIndex(of: ":")
        let port = host[(end ?? host.endIndex)...]
        guard port.isEmpty || port.first == ":" && Int(digits: port.dropFirst()) != nil else { return nil }
        return host[..<port.startIndex]
    }

    /// Whether it is an IP address: `127.0.0.1` or `[::1]`.
    private static func isInDigits(_ name: Substring) -> Bool {
        let isBracketed = name.hasPrefix("[") && name.hasSuffix("]")
        let address = isBracketed ? name.dropFirst().dropLast() : name
        // The system reads an address up to a NUL.
        guard address.utf8.allSatisfy({ "0123456789abcdef:.".utf8.contains($0) }) else { return false }
        return switch try? SocketAddress(ipAddress: String(address), port: 0) {
        case .v4: !isBracketed
        case .v6: isBracketed
        case .unixDomainSocket, nil: false
        }
    }
}
