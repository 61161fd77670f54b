import Testing

@testable import Daemon

@Suite("The line of the work loop")
struct EventLineTests {
    /// The answer to a request that is put in line, where nobody takes it out.
    private func answer(_ line: EventLine) async -> ControlResponse {
        await withCheckedContinuation { line.put(.request(.pass, ControlReply($0))) }
    }

    @Test func `who waits in it when it ends is told so, and who comes later as well`() async {
        let line = EventLine()
        line.put(.pass)
        async let early = answer(line)
        await line.end()
        let answers = await [early, answer(line)]
        #expect(answers.map(\.status) == [75, 75] && answers.allSatisfy { $0.text.contains("is stopping") })
    }
}
