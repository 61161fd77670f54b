internal import Foundation
internal import Glibc

/// Listens as a daemon did whose requests were frames of bytes: it ends a connection on which something else comes.
package final class OlderDaemon: Sendable {
    /// Nobody can listen there.
    package struct NoSocket: Error {}

    private let listener: Int32

    package init(at path: String) throws {
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        self.listener = listener
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            for (place, byte) in path.utf8.enumerated() { room[place] = byte }
        }
        let outcome = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard outcome == 0, listen(listener, 8) == 0 else { throw NoSocket() }
        Thread.detachNewThread { Self.serve(listener) }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private static func serve(_ listener: Int32) {
        while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
            var bytes = [UInt8](repeating: 0, count: 65_536)
            _ = recv(descriptor, &bytes, bytes.count, 0)
            close(descriptor)
        }
    }
}
