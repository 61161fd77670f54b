internal import NIOCore

/// From where a request comes.
enum Visitor: Hashable, Sendable {
    /// From whoever may open our socket: the proxy.
    case socket
    /// From an IP address; `nil` where the connection is gone already.
    case network(String?)

    /// Who is at the other end of a connection to a listener.
    init(_ channel: any Channel, at listener: PageListener) {
        switch listener {
        case .socket: self = .socket
        case .network: self = .network(channel.remoteAddress?.ipAddress.map(Self.withoutMapping))
        }
    }

    /// A listener for both kinds of addresses shows `10.0.0.7` as `::ffff:10.0.0.7` (RFC 4291 section 2.5.5.2), and people may
    /// write it so.
    static func withoutMapping(_ address: String) -> String {
        let prefix = "::ffff:"
        return address.hasPrefix(prefix) && address.contains(".") ? String(address.dropFirst(prefix.count)) : address
    }
}
