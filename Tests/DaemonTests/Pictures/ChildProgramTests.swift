import Foundation
import TestSupport
import Testing

@testable import Daemon

@Suite("Another program that is asked for bytes", .ownThreads, .timeLimit(.minutes(30)))
struct ChildProgramTests {
    private func program(_ script: String, patience: Int64 = 20_000, largest: Int = 2_000_000) -> ChildProgram {
        ChildProgram(
            path: "/bin/sh",
            arguments: ["-c", script],
            environment: ["PATH=/usr/bin:/bin", "WORD=peil"],
            patience: patience,
            largestAnswer: largest
        )
    }

    @Test("it gives all that it is given, however much that is")
    func answers() throws {
        let input = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }
        #expect(try program("cat").answer(to: input) == input)
        #expect(try program("printf %s \"$WORD\"").answer(to: input) == Array("peil".utf8))
        #expect(try program("ls /proc/self/fd | wc -l").answer(to: []) == Array("4\n".utf8))
    }

    @Test("it is ended where it takes too long, answers too much or fails")
    func failures() {
        #expect(throws: ChildProgram.Failure.tookTooLong) {
            try program("exec sleep 60", patience: 100).answer(to: [1])
        }
        #expect(throws: ChildProgram.Failure.answeredTooMuch) { try program("exec yes", largest: 1000).answer(to: []) }
        #expect(throws: ChildProgram.Failure.ended(status: 3)) {
            try program("cat > /dev/null; exit 3").answer(to: [1])
        }
        #expect(throws: ChildProgram.Failure.ended(status: 137)) { try program("kill -9 $$").answer(to: []) }
        let absent = ChildProgram(path: "/nowhere", arguments: [], environment: [], patience: 100, largestAnswer: 1)
        #expect(throws: ChildProgram.Failure.self) { try absent.answer(to: []) }
    }
}
