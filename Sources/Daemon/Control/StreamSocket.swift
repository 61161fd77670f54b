internal import Glibc

/// One end of a Unix stream connection, with a bound on how long a silent peer is waited for.
final class StreamSocket: Sendable {
    let descriptor: Int32

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// A new socket; `nil` where the system gives none.
    static func make() -> StreamSocket? {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        return descriptor >= 0 ? StreamSocket(descriptor: descriptor) : nil
    }

    /// Reading and writing give up after so many seconds without any progress.
    func limitSilence(seconds: Int) {
        var limit = timeval(tv_sec: seconds, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
    }

    /// The user on the other end; `nil` where it cannot be said.
    var peerUser: UInt32? {
        // `struct ucred` (unix(7)), which the C library shows to GNU programs only: process, user and group, 32 bits each.
        var credentials: [UInt32] = [0, 0, 0]
        var size = socklen_t(3 * MemoryLayout<UInt32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0 else { return nil }
        return credentials[1]
    }

    /// Sends a frame: its length, then its bytes; `false` where the peer is gone or silent.
    func send(_ frame: [UInt8]) -> Bool {
        let bytes = ControlCoding.field(frame)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(descriptor, buffer.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count > 0 { sent += count } else if errno != EINTR { return false }
        }
        return true
    }

    /// Receives a frame; `nil` where it is cut off, too long, or the peer is silent.
    func receive() -> [UInt8]? {
        guard let header = receive(count: 4) else { return nil }
        let count = header.reduce(0) { $0 << 8 | Int($1) }
        return count <= ControlCoding.longestFrame ? receive(count: count) : nil
    }

    private func receive(count: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var chunk = [UInt8](repeating: 0, count: min(65_536, count - bytes.count))
            let got = recv(descriptor, &chunk, chunk.count, 0)
            if got > 0 { bytes += chunk.prefix(got) } else if got == 0 || errno != EINTR { return nil }
        }
        return bytes
    }
}
