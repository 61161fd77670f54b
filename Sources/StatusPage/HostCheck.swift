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
        let name = Self.withoutPort(host)
        return name == "localhost" || Self.isInDigits(name)
    }

    private static func withoutPort(_ host: String) -> Substring {
        guard !host.hasPrefix("[") else {
            return host.firstIndex(of: "]").map { host[...$0] } ?? ""
        }
        return host.prefix { $0 != ":" }
    }

    /// Whether it is an IP address: `127.0.0.1` or `[::1]`.
    private static func isInDigits(_ name: Substring) -> Bool {
        if name.hasPrefix("["), name.hasSuffix("]") {
            return name.dropFirst().dropLast().utf8.allSatisfy { "0123456789abcdef:.".utf8.contains($0) }
        }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
