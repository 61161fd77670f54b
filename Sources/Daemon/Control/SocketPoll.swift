internal import Dispatch
internal import Glibc
internal import Synchronization

/// Says when a connection can be read or written, once for each time that it is asked.
///
/// A dispatch source is not used for connections: where the peer hangs up at the moment in which its source is cancelled,
/// libdispatch on Linux deletes the source twice and ends the process ("Source finalized twice"), which a client could
/// bring about. One thread waits in poll(2) instead.
final class SocketPoll: Sendable {
    /// What a connection waits for.
    enum Readiness {
        case reading
        case writing

        fileprivate var events: Int16 { Int16(self == .reading ? POLLIN : POLLOUT) }
    }

    private struct Wait {
        /// Keeps the descriptor open for as long as it is polled.
        let socket: StreamSocket
        let events: Int16
        let number: Int
        let then: @Sendable () -> Void
    }

    private struct State {
        var waits: [ObjectIdentifier: Wait] = [:]
        var count = 0
        var isStopped = false
    }

    private let state = Mutex(State())
    /// The ends of a connection, by which the thread is woken when there is something else to wait for.
    private let waker: (read: StreamSocket, write: StreamSocket)

    /// Begins to wait; `nil` where the system gives no descriptor.
    init?() {
        var ends: [Int32] = [-1, -1]
        let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
        guard socketpair(AF_UNIX, Int32(kind), 0, &ends) == 0 else { return nil }
        waker = (StreamSocket(descriptor: ends[0]), StreamSocket(descriptor: ends[1]))
        // A queue of its own: its thread waits, and nobody else has it.
        DispatchQueue(label: "peilwacht.control.poll").async { self.run() }
    }

    /// Calls once, on the thread that waits, when the socket is ready or its peer has hung up.
    ///
    /// A socket waits for one thing at a time: what it waited for before is forgotten.
    func wait(for socket: StreamSocket, _ readiness: Readiness, then: @escaping @Sendable () -> Void) {
        state.withLock { state in
            state.count += 1
            state.waits[ObjectIdentifier(socket)] =
                Wait(socket: socket, events: readiness.events, number: state.count, then: then)
        }
        wake()
    }

    /// Waits no more for the socket; a call that is on its way may still come.
    func forget(_ socket: StreamSocket) {
        guard state.withLock({ $0.waits.removeValue(forKey: ObjectIdentifier(socket)) }) != nil else { return }
        wake()
    }

    /// Ends the thread.
    func stop() {
        state.withLock { $0.isStopped = true }
        wake()
    }

    private func wake() {
        // One that is full wakes as well.
        var byte: UInt8 = 1
        _ = write(waker.write.descriptor, &byte, 1)
    }

    private func run() {
        while let waits = state.withLock({ $0.isStopped ? nil : Array($0.waits.values) }) {
            var polled = [pollfd(fd: waker.read.descriptor, events: Int16(POLLIN), revents: 0)]
            polled += waits.map { pollfd(fd: $0.socket.descriptor, events: $0.events, revents: 0) }
            guard poll(&polled, nfds_t(polled.count), -1) > 0 else { continue }
            var woken = [UInt8](repeating: 0, count: 512)
            while read(waker.read.descriptor, &woken, woken.count) == woken.count {}
            for (wait, entry) in zip(waits, polled.dropFirst()) where entry.revents != 0 { call(wait) }
        }
    }

    /// Calls, unless the socket waits for something else by now.
    private func call(_ wait: Wait) {
        let isCurrent = state.withLock { state in
            guard state.waits[ObjectIdentifier(wait.socket)]?.number == wait.number else { return false }
            state.waits[ObjectIdentifier(wait.socket)] = nil
            return true
        }
        if isCurrent { wait.then() }
    }
}
