internal import Dispatch
internal import Glibc
internal import Indicators
internal import Synchronization

/// Takes the requests of commands on a Unix socket.
package final class ControlServer: Sendable {
    /// Why the socket could not be opened.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    private let listener: StreamSocket
    private nonisolated(unsafe) let source: any DispatchSourceRead
    // Dispatch's objects may be used from any thread; the protocol does not say so.
    private let path: String
    /// Each connection is served on a thread of this queue; a few are plenty for commands that people type.
    private static let queue = DispatchQueue(label: "peilwacht.control", attributes: .concurrent)
    private static let slots = DispatchSemaphore(value: 8)
    private static let patience = 30

    /// Listens on the path. A socket file that a dead process left is replaced; one that answers is a fault.
    ///
    /// - Parameters:
    ///   - path: at most 107 bytes, as the system's addresses hold no more.
    ///   - handler: answers a request.
    package init(
        path: String, handler: @escaping @Sendable (ControlRequest) async -> ControlResponse
    ) throws(Fault) {
        self.path = path
        listener = try Self.listen(path)
        source = DispatchSource.makeReadSource(fileDescriptor: listener.descriptor, queue: Self.queue)
        source.setEventHandler { [listener] in Self.accept(on: listener, handler) }
        source.activate()
    }

    /// Stops listening and removes the socket file.
    package func close() {
        source.cancel()
        unlink(path)
    }

    private static func listen(_ path: String) throws(Fault) -> StreamSocket {
        guard let (address, length) = SocketAddress.unix(path: Array(path.utf8)), let listener = StreamSocket.make() else {
            throw Fault(description: "the path of the control socket is too long: '\(path.shownSafely())' (at most 107 bytes)")
        }
        if ControlClient.answers(path: path) {
            throw Fault(description: "another daemon answers on the control socket '\(path.shownSafely())'")
        }
        try removeStaleSocket(path)
        // Nobody can connect before `listen`, so nobody does with rights that are not yet set. The mask of the process
        // is left alone: another thread may be making a file.
        guard SocketAddress.with(address, { bind(listener.descriptor, $0, length) }) == 0, chmod(path, 0o660) == 0,
            fcntl(listener.descriptor, F_SETFL, O_NONBLOCK) == 0, Glibc.listen(listener.descriptor, 8) == 0
        else {
            throw Fault(description: "cannot listen on the control socket '\(path.shownSafely())': \(SystemCall.words(errno))")
        }
        return listener
    }

    private static func removeStaleSocket(_ path: String) throws(Fault) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            throw Fault(description: "the path of the control socket holds something else: '\(path.shownSafely())'")
        }
        unlink(path)
    }

    private static func accept(
        on listener: StreamSocket, _ handler: @escaping @Sendable (ControlRequest) async -> ControlResponse
    ) {
        let descriptor = Glibc.accept(listener.descriptor, nil, nil)
        guard descriptor >= 0 else { return }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        let connection = StreamSocket(descriptor: descriptor)
        queue.async {
            slots.wait()
            defer { slots.signal() }
            serve(connection, handler)
        }
    }

    private static func serve(
        _ connection: StreamSocket, _ handler: @escaping @Sendable (ControlRequest) async -> ControlResponse
    ) {
        connection.limitSilence(seconds: patience)
        // The folder's rights decide who reaches the socket; beside root only the daemon's own user may give orders.
        guard let user = connection.peerUser, user == 0 || user == geteuid(), let frame = connection.receive(),
            let request = try? ControlCoding.decodeRequest(frame)
        else { return }
        let done = DispatchSemaphore(value: 0)
        let box = Mutex<ControlResponse?>(nil)
        Task {
            let response = await handler(request)
            box.withLock { $0 = response }
            done.signal()
        }
        done.wait()
        if let response = box.withLock({ $0 }) { _ = connection.send(ControlCoding.encode(response)) }
    }
}
