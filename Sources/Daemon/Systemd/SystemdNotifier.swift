internal import Glibc
internal import Indicators

/// Tells systemd how the service fares (sd_notify(3)); says nothing where nobody listens.
package struct SystemdNotifier: Sendable {
    private let address: [UInt8]?

    /// A notifier for the socket that systemd named; an address that begins with `@` is an abstract one.
    package init(environment: [String: String]) {
        let path = environment["NOTIFY_SOCKET"] ?? ""
        address = path.hasPrefix("/") || path.hasPrefix("@") ? Array(path.utf8) : nil
    }

    /// The service is up.
    package func ready(status: String) { send("READY=1\n\(Self.statusLine(status))") }

    /// The configuration is being read again; `MONOTONIC_USEC` is what systemd 253 and later ask for.
    package func reloading() { send("RELOADING=1\nMONOTONIC_USEC=\(Self.monotonicMicroseconds())") }

    /// The service is ending.
    package func stopping() { send("STOPPING=1") }

    /// What the service is doing, in one line.
    package func status(_ text: String) { send(Self.statusLine(text)) }

    /// The work goes on.
    package func watchdog() { send("WATCHDOG=1") }

    private static func statusLine(_ text: String) -> String { "STATUS=\(text.shownSafely(limit: 300))" }

    private static func monotonicMicroseconds() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }

    /// Sends one datagram.
    ///
    /// A lost one is no reason to stop working, so that failures are passed over.
    private func send(_ message: String) {
        guard let address, let (target, length) = SocketAddress.unix(path: address) else { return }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let bytes = Array(message.utf8)
        _ = SocketAddress.with(target) { pointer in
            sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), pointer, length)
        }
    }
}
