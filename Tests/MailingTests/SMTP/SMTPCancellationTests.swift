import Testing

@testable import Mailing

@Suite("Calling off a delivery", .timeLimit(.minutes(30)))
struct SMTPCancellationTests {
    @Test("Before the final dot, cancelling ends the delivery at once", arguments: ["greeting", "MAIL", "DATA"])
    func beforeTheDot(turn: String) async throws {
        let relay = try await ScriptedRelay.start(RelayScript(answers: [turn: .silence]))
        let settings = try makeSettings("smtp://127.0.0.1:\(relay.port)")
        let task = Task { await deliver(settings) }
        await wait(for: turn, at: relay)
        task.cancel()
        #expect(await task.value.label == "temporary cancelled")
    }

    @Test("A task that is cancelled already connects to nothing")
    func cancelledAlready() async throws {
        let relay = try await ScriptedRelay.start(RelayScript())
        let settings = try makeSettings("smtp://127.0.0.1:\(relay.port)")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await deliver(settings)
        }
        #expect(await task.value.label == "temporary cancelled")
        #expect(relay.lines.isEmpty)
    }

    @Test("After the final dot, cancelling does not stop the wait for the reply")
    func afterTheDot() async throws {
        let relay = try await ScriptedRelay.start(RelayScript(answers: [".": .held("250 2.0.0 queued as LATE")]))
        let settings = try makeSettings("smtp://127.0.0.1:\(relay.port)")
        let task = Task { await deliver(settings) }
        await wait(for: ".", at: relay)
        task.cancel()
        relay.release()
        guard case .accepted(let reply) = await task.value else {
            Issue.record("the message was not accepted")
            return
        }
        #expect(reply.text == "queued as LATE")
    }

    private func wait(for turn: String, at relay: ScriptedRelay) async {
        for await seen in relay.turns where seen == turn { return }
    }
}
