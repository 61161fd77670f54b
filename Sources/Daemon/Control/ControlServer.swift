internal import Dispatch
internal import Files
internal import Glibc
internal import Indicators
internal import Synchronization
internal import SystemPackage

/// Takes the requests of commands on a Unix socket.
///
/// Everything happens on one queue and nothing on it waits: a silent client holds up neither others nor the daemon.
package final class ControlServer: Sendable {
    /// Answers a request.
    package typealias Handler = @Sendable (ControlRequest) async -> ControlResponse

    /// Why the socket could not be opened.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    private let listener: StreamSocket
    private nonisolated(unsafe) let source: any DispatchSourceRead
    // Dispatch's objects may be used from any thread; the protocol does not say so.
    private let path: String
    private let queue = DispatchQueue(label: "peilwacht.control")
    private let poll: SocketPoll
    private let connections = Mutex<[ControlConnection]>([])
    /// Whether nobody is taken from the system's line at the moment; without that, those who wait in it would wake the
    /// queue again and again.
    private let isPaused = Mutex(false)
    // Used on the queue only.
    private nonisolated(unsafe) let large = LargeRequests()
    private let handler: Handler
    private let patience: Double
    /// So many are served at once.
    ///
    /// A further one takes the place of the one that has sent nothing for the longest time;
    /// where all of them have asked and await their answers, it waits in the system's line.
    private static let mostConnections = 32

    /// Listens on the path.
    ///
    /// A socket file that a dead process left is replaced; one that answers is a fault.
    ///
    /// - Parameters:
    ///   - path: at most 107 bytes, as the system's addresses hold no more.
    ///   - patience: the seconds without a byte going either way after which a client is given up.
    ///   - handler: answers a request.
    /// - Throws: why nobody can listen there.
    package init(path: String, patience: Double = 30, handler: @escaping Handler) throws(Fault) {
        self.path = path
        self.patience = patience
        self.handler = handler
        listener = try Self.listen(path)
        guard let poll = SocketPoll() else {
            throw Fault(description: "cannot wait on the control socket: \(Errno.last.inWords)")
        }
        self.poll = poll
        source = DispatchSource.makeReadSource(fileDescriptor: listener.descriptor, queue: queue)
        source.setCancelHandler { [listener] in _ = listener }
        source.setEventHandler { [weak self] in self?.accept() }
        source.activate()
    }

    deinit {
        stopAccepting()
        poll.stop()
    }

    private func stopAccepting() {
        source.cancel()
        // A source that is let go of while it is suspended ends the process.
        resume()
    }

    /// Stops listening, drops the connections and removes the socket file.
    package func close() {
        queue.sync {
            stopAccepting()
            for connection in connections.withLock(\.self) { connection.end() }
        }
        poll.stop()
        unlink(path)
    }

    private func accept() {
        while hasRoom {
            let descriptor = Glibc.accept(listener.descriptor, nil, nil)
            guard descriptor >= 0 else {
                if errno != EAGAIN { pause(seconds: 1) }
                return
            }
            makeRoom()
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            serve(StreamSocket(descriptor: descriptor))
        }
        pause()
    }

    /// Takes nobody from the line until a connection ends, or so many seconds are over.
    private func pause(seconds: Double? = nil) {
        let isNew = isPaused.withLock { isPaused in
            defer { isPaused = true }
            return !isPaused
        }
        if isNew { source.suspend() }
        guard let seconds else { return }
        queue.asyncAfter(deadline: .now() + seconds) { [weak self] in self?.resume() }
    }

    private func resume() {
        let wasPaused = isPaused.withLock { isPaused in
            defer { isPaused = false }
            return isPaused
        }
        if wasPaused { source.resume() }
    }

    private var hasRoom: Bool {
        connections.withLock { open in open.count < Self.mostConnections || open.contains(where: \.isAsking) }
    }

    private func makeRoom() {
        let silent = connections.withLock { open in
            open.count < Self.mostConnections
                ? nil : open.filter(\.isAsking).min { $0.lastHeard < $1.lastHeard }
        }
        silent?.end()
    }

    private func serve(_ socket: StreamSocket) {
        // The folder's rights decide who reaches the socket; beside root only the daemon's own user may give orders.
        guard let user = socket.peerUser else { return }
        let mayOrder = user == 0 || user == geteuid()
        let connection = ControlConnection(
            socket,
            on: queue,
            poll: poll,
            patience: patience,
            longestRequest: mayOrder ? ControlCoding.longestFrame : Self.longestQuestion,
            large: large,
            mayOrder ? handler : Self.answeringOnly(handler)
        ) { [weak self] ended in
            guard let self else { return }
            connections.withLock { open in open.removeAll { $0 === ended } }
            resume()
        }
        connections.withLock { $0.append(connection) }
        connection.begin()
    }
}

// MARK: Rights

extension ControlServer {
    /// In bytes.
    private static let longestQuestion = 4096

    /// Lets questions through, and refuses orders.
    static func answeringOnly(_ handler: @escaping Handler) -> Handler {
        { request in
            guard !request.isOrder else {
                return ControlResponse(
                    status: .tryAgainLater,
                    words: "peilwacht: only the daemon's own user and root may give it orders; run this as one of them"
                )
            }
            return await handler(request)
        }
    }
}

// MARK: Listening

extension ControlServer {
    private static func listen(_ path: String) throws(Fault) -> StreamSocket {
        let shown = path.shownSafely()
        guard let (address, length) = SocketAddress.unix(path: Array(path.utf8)) else {
            throw Fault(description: "the path of the control socket is too long: '\(shown)' (at most 107 bytes)")
        }
        if ControlClient.answers(path: path) {
            throw Fault(description: "another daemon answers on the control socket '\(shown)'")
        }
        try removeStaleSocket(path)
        // Nobody can connect before `listen`, so nobody does with rights that are not yet set. The mask of the process
        // is left alone: another thread may be making a file.
        guard let listener = StreamSocket.make(),
            SocketAddress.with(address, { bind(listener.descriptor, $0, length) }) == 0, chmod(path, 0o660) == 0,
            fcntl(listener.descriptor, F_SETFL, O_NONBLOCK) == 0, Glibc.listen(listener.descriptor, 32) == 0
        else {
            throw Fault(description: "cannot listen on the control socket '\(shown)': \(Errno.last.inWords)")
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
}
