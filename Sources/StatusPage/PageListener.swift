/// Where the page listens.
package enum PageListener: Hashable, Sendable, CustomStringConvertible {
    /// An IP address of this machine and a port; port 0 is one that the system chooses.
    case network(host: String, port: Int)
    /// The absolute path of a Unix socket.
    case socket(path: String)

    /// As the configuration writes it: `127.0.0.1:8080`, `[::1]:8080`, `unix:/run/peilwacht/page.sock`.
    package var description: String {
        switch self {
        case .network(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .socket(let path): "unix:\(path)"
        }
    }
}
