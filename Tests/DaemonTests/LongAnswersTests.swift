import Files
import Testing

@testable import Daemon

@Suite("Long answers that are fetched at once")
struct LongAnswersTests {
    private func long() throws -> KeptText {
        KeptText(memory: [], file: try OpenFile.temporary(holding: Array("lang".utf8)), length: 4)
    }

    @Test func `there is room for some of them, again when one has gone, and for any number of short ones`() throws {
        var answers = LongAnswers()
        var held = try (0..<4).map { _ in try long() }
        let rooms = held.map { answers.hasRoom(for: $0) }
        #expect(rooms == [true, true, true, true])
        let further = try long()
        let isRefused = !answers.hasRoom(for: further)
        #expect(isRefused)
        let isShortTaken = (0..<10).allSatisfy { _ in answers.hasRoom(for: KeptText("kort")) }
        #expect(isShortTaken)
        held.removeFirst()
        let isTaken = answers.hasRoom(for: further)
        #expect(isTaken)
        let last = try long()
        let hasRoom = answers.hasRoom(for: last)
        #expect(!hasRoom)
        withExtendedLifetime((held, further)) {}
    }
}
