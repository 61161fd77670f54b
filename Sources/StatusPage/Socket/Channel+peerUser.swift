internal import Glibc
internal import NIOCore

extension Channel {
    /// The user at the other end of a Unix socket; `nil` where that cannot be said.
    func peerUser() async -> UInt32? {
        guard let options = self as? any SocketOptionProvider else { return nil }
        let peer: EventLoopFuture<PeerCredentials> = options.unsafeGetSocketOption(
            level: .socket,
            name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        )
        return try? await peer.get().user
    }
}

/// `struct ucred` (unix(7)), which the C library shows to GNU programs only.
private struct PeerCredentials: Sendable {
    let process: Int32
    let user: UInt32
    let group: UInt32
}
