internal import Glibc

/// Addresses of Unix sockets as the system calls want them.
enum SocketAddress {
    /// The address of a path, or of an abstract name that begins with `@`; `nil` where it is too long.
    static func unix(path: [UInt8]) -> (sockaddr_un, socklen_t)? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        let isAbstract = path.first == UInt8(ascii: "@")
        guard !path.isEmpty, path.count < room else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { bytes in
            for (index, byte) in path.enumerated() { bytes[index] = index == 0 && isAbstract ? 0 : byte }
        }
        let header = MemoryLayout<sockaddr_un>.size - room
        return (address, socklen_t(header + path.count + (isAbstract ? 0 : 1)))
    }

    /// Lends the address to a system call.
    static func with<Answer>(_ address: sockaddr_un, _ body: (UnsafePointer<sockaddr>) -> Answer) -> Answer {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
        }
    }
}
