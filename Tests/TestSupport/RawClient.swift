internal import Glibc

/// A client of HTTP that sends whatever bytes a test wants, and reads what comes back.
package final class RawClient {
    /// Nobody listens there.
    package struct NoConnection: Error {}

    private let descriptor: Int32
    private var received: [UInt8] = []

    /// Connects to a port of this machine.
    package init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        try connect(&address)
    }

    /// Connects to a Unix socket.
    package init(socket path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { room in
            for (place, byte) in path.utf8.enumerated() { room[place] = byte }
        }
        try connect(&address)
    }

    deinit { close(descriptor) }

    private func connect<Address>(_ address: inout Address) throws {
        let size = socklen_t(MemoryLayout<Address>.size)
        let outcome = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, size) }
        }
        guard outcome == 0 else { throw NoConnection() }
        var patience = timeval(tv_sec: 300, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Sends a request with a host, unless the headers have one.
    ///
    /// - Parameters:
    ///   - line: `GET /`, without the version.
    ///   - headers: each as it stands on its line.
    ///   - body: with its length in front, where there is one.
    package func ask(_ line: String, _ headers: [String] = [], body: String? = nil) {
        let host = headers.contains { $0.hasPrefix("Host:") } ? [] : ["Host: localhost"]
        let length = body.map { ["Content-Length: \($0.utf8.count)"] } ?? []
        send((["\(line) HTTP/1.1"] + host + headers + length).joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
    }

    /// Sends the bytes; `false` where the other side is gone.
    @discardableResult
    package func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Sends the bytes; `false` where the other side is gone.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// Says that nothing more comes.
    package func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Reads whatever comes until the other side ends the connection.
    package func readToEnd() { while receive() {} }

    /// Whether what comes begins so; the rest is left unread.
    package func begins(with text: String) -> Bool {
        while received.count < text.utf8.count {
            guard receive() else { return false }
        }
        return received.starts(with: text.utf8)
    }

    /// The next response; `nil` where the connection ends first, or nothing comes for a long time.
    ///
    /// - Parameter hasBody: whether one follows: none does after HEAD.
    /// - Returns: status, headers and body.
    package func response(hasBody: Bool = true) -> RawResponse? {
        guard let head = take(through: "\r\n\r\n") else { return nil }
        let lines = head.split(separator: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else { return nil }
        let headers = lines.dropFirst().map { line in
            let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: String(halves[0]), value: halves[1].drop { $0 == " " }.description)
        }
        let bare = RawResponse(status: status, headers: headers, body: [])
        guard hasBody, status != 304 else { return bare }
        guard
            let body = bare["transfer-encoding"] == "chunked" ? chunks() : take(Int(bare["content-length"] ?? "") ?? 0)
        else { return nil }
        return RawResponse(status: status, headers: headers, body: body)
    }

    /// Whether the other side ends the connection, with nothing more to say.
    package func isEnded() -> Bool { received.isEmpty && !receive() && errno != EAGAIN }

    /// Waits for the beginning of an answer; `false` where the connection ends without one.
    package func hasAnswer() -> Bool { !received.isEmpty || receive() }

    private func chunks() -> [UInt8]? {
        var body: [UInt8] = []
        while let line = take(through: "\r\n"), let length = Int(line.dropLast(1), radix: 16) {
            guard let chunk = take(length + 2) else { return nil }
            if length == 0 { return body }
            body += chunk.dropLast(2)
        }
        return nil
    }

    private func take(_ count: Int) -> [UInt8]? {
        while received.count < count {
            guard receive() else { return nil }
        }
        defer { received.removeFirst(count) }
        return Array(received.prefix(count))
    }

    private func take(through mark: String) -> String? {
        let mark = Array(mark.utf8)
        while true {
            if let end = received.firstRange(of: mark)?.upperBound {
                return take(end).map { String(decoding: $0, as: UTF8.self) }
            }
            guard receive() else { return nil }
        }
    }

    private func receive() -> Bool {
        var piece = [UInt8](repeating: 0, count: 65_536)
        errno = 0
        let count = recv(descriptor, &piece, piece.count, 0)
        guard count > 0 else { return false }
        received += piece[..<count]
        return true
    }
}
