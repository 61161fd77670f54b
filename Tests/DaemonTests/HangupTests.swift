import Dispatch
import Foundation
import Testing

@testable import Daemon

@Suite("A hang-up signal")
struct HangupTests {
    /// A queue that is held up is what a machine under load looks like: the source is active and not registered yet.
    @Test(.timeLimit(.minutes(30)))
    func `that comes before its source is registered is heard`() async throws {
        let queue = DispatchQueue(label: "peilwacht.tests.hangup")
        let (calls, call) = AsyncStream<Void>.makeStream()
        var heard = calls.makeAsyncIterator()
        queue.suspend()
        let source = Hangup.source(on: queue) { call.yield() }
        defer { source.cancel() }
        kill(getpid(), SIGHUP)
        queue.resume()
        #expect(await heard.next() != nil)
        kill(getpid(), SIGHUP)
        #expect(await heard.next() != nil)
    }
}
