internal import Dispatch
internal import Glibc

/// One command at the control socket: its request comes in, is answered, and the answer goes out.
final class ControlConnection: @unchecked Sendable {
    // Every member is reached on `queue` only.
    private let socket: StreamSocket
    private let queue: DispatchQueue
    private let handler: ControlServer.Handler
    private let onEnd: (ControlConnection) -> Void
    private var incoming: [UInt8] = []
    private var outgoing: [UInt8] = []
    private var sent = 0
    private let poll: SocketPoll
    private let deadline: any DispatchSourceTimer
    private var isEnded = false
    /// Whether its request has not come in whole.
    private(set) var isAsking = true
    /// When a byte last came or went.
    private(set) var lastHeard = DispatchTime.now()

    /// The seconds without a byte going either way after which the client is given up; the handler's work apart.
    private let patience: Double
    /// In bytes.
    private let longestRequest: Int
    private let large: LargeRequests
    private var hasTurn = false

    init(
        _ socket: StreamSocket,
        on queue: DispatchQueue,
        poll: SocketPoll,
        patience: Double,
        longestRequest: Int,
        large: LargeRequests,
        _ handler: @escaping ControlServer.Handler,
        onEnd: @escaping (ControlConnection) -> Void
    ) {
        self.socket = socket
        self.queue = queue
        self.poll = poll
        self.patience = patience
        self.longestRequest = longestRequest
        self.large = large
        self.handler = handler
        self.onEnd = onEnd
        deadline = DispatchSource.makeTimerSource(queue: queue)
        deadline.setEventHandler { [weak self] in self?.end() }
        deadline.activate()
    }

    /// Begins to read.
    func begin() {
        isAsking = true
        wait(.reading)
        extendDeadline()
    }

    /// Ends the connection, whatever it was doing.
    func end() {
        guard !isEnded else { return }
        isEnded = true
        large.leave(self)
        deadline.cancel()
        poll.forget(socket)
        onEnd(self)
    }

    /// Goes on when the socket is ready.
    private func wait(_ readiness: SocketPoll.Readiness) {
        poll.wait(for: socket, readiness) { [weak self, queue] in
            queue.async { [weak self] in
                switch readiness {
                case .reading: self?.read()
                case .writing: self?.write()
                }
            }
        }
    }

    private func read() {
        guard !isEnded else { return }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(socket.descriptor, &chunk, chunk.count, 0)
            if count < 0, errno == EAGAIN || errno == EINTR { return wait(.reading) }
            guard count > 0 else { return end() }
            incoming += chunk[..<count]
            extendDeadline()
            guard let length = frameLength else { continue }
            guard length <= longestRequest else { return end() }
            guard length <= LargeRequests.threshold || isItsTurn else { return awaitTurn() }
            // A whole file may come: no room for two of it.
            incoming.reserveCapacity(4 + length)
            if incoming.count >= 4 + length { return answer(length) }
        }
    }

    /// Whether its large request may come in now.
    private var isItsTurn: Bool {
        hasTurn = hasTurn || large.enter(self) { [weak self] in self?.takeTurn() }
        return hasTurn
    }

    /// Reads no more until the large request before it has been answered; whoever waits is not silent.
    private func awaitTurn() {
        isAsking = false
        deadline.schedule(deadline: .distantFuture)
    }

    private func takeTurn() {
        hasTurn = true
        guard !isEnded else { return large.leave(self) }
        begin()
    }

    private var frameLength: Int? {
        incoming.count < 4 ? nil : incoming.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }

    private func answer(_ length: Int) {
        let request = try? ControlCoding.decodeRequest(incoming[4..<(4 + length)])
        incoming = []
        isAsking = false
        deadline.schedule(deadline: .distantFuture)
        guard let request else { return end() }
        Task { [handler, queue] in
            let response = await handler(request)
            queue.async { self.send(response) }
        }
    }

    private func send(_ response: ControlResponse) {
        large.leave(self)
        guard !isEnded else { return }
        outgoing = ControlCoding.field(ControlCoding.encode(response))
        extendDeadline()
        write()
    }

    private func write() {
        guard !isEnded else { return }
        while sent < outgoing.count {
            let count = outgoing.withUnsafeBytes { buffer in
                Glibc.send(
                    socket.descriptor,
                    buffer.baseAddress.map { $0 + sent },
                    buffer.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
            }
            if count < 0, errno == EAGAIN || errno == EINTR { return wait(.writing) }
            guard count > 0 else { return end() }
            sent += count
            extendDeadline()
        }
        end()
    }

    private func extendDeadline() {
        lastHeard = .now()
        deadline.schedule(deadline: .now() + patience, leeway: .seconds(1))
    }
}
