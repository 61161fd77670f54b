internal import Indicators

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
        if name.hasPrefix("["), name.hasSuffix("]"), name.contains(":") {
            return name.dropFirst().dropLast().utf8.allSatisfy { "0123456789abcdef:.".utf8.contains($0) }
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
