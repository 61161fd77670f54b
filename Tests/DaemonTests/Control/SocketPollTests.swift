import Glibc
import Testing

@testable import Daemon

@Suite("Waiting for sockets", .timeLimit(.minutes(30)))
struct SocketPollTests {
    private func pair() throws -> (StreamSocket, StreamSocket) {
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        return (StreamSocket(descriptor: ends[0]), StreamSocket(descriptor: ends[1]))
    }

    /// Waits for readiness; whoever calls it goes on when it is there.
    private func ready(_ poll: SocketPoll, _ socket: StreamSocket, _ readiness: SocketPoll.Readiness) async {
        await withCheckedContinuation { continuation in
            poll.wait(for: socket, readiness) { continuation.resume() }
        }
    }

    @Test func `tells once that there is something to read, and again when it is asked again`() async throws {
        let poll = try #require(SocketPoll())
        defer { poll.stop() }
        let (near, far) = try pair()
        await ready(poll, near, .writing)
        #expect(far.send([1]))
        await ready(poll, near, .reading)
        // What was not read is still there.
        await ready(poll, near, .reading)
    }

    @Test func `tells that the peer has hung up, again and again`() async throws {
        let poll = try #require(SocketPoll())
        defer { poll.stop() }
        for _ in 0..<200 {
            let (near, far) = try pair()
            async let heard: Void = ready(poll, near, .reading)
            shutdown(far.descriptor, Int32(SHUT_RDWR))
            await heard
            poll.forget(near)
        }
    }

    @Test func `does not tell what was forgotten, or is waited for no more`() async throws {
        let poll = try #require(SocketPoll())
        defer { poll.stop() }
        let (near, far) = try pair()
        poll.wait(for: near, .reading) { Issue.record("it was forgotten") }
        poll.forget(near)
        poll.wait(for: near, .reading) { Issue.record("something else is waited for") }
        await ready(poll, near, .writing)
        #expect(far.send([1]))
        let (other, _) = try pair()
        await ready(poll, other, .reading)
    }
}
