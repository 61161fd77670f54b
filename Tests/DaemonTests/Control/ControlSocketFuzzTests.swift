import FuzzSupport
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("Random bytes at the control socket", .ownThreads, .timeLimit(.minutes(30)))
struct ControlSocketFuzzTests {
    private static let requests: [[UInt8]] =
        ControlSamples.requests.map { http($0.kind.target, ControlCoding.encode($0)) } + [
            http("/control/v1/take", Array("a;b\n1;2\n".utf8), ["File-Name: YS5jc3Y=", "Dry-Run: true"]),
            http("/control/v1/take", [UInt8](repeating: 7, count: 3000), ["File-Name: "]),
        ]

    private static let pieces: [[UInt8]] =
        [
            "\r\n", "\r\n\r\n", " HTTP/1.1", "POST ", "GET ", "Content-Length: ", "Content-Length: 99999999\r\n",
            "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n", "5\r\nabcde\r\n", "0\r\n\r\n",
            "File-Name: !\r\n",
            "Expect: 100-continue\r\n", "Upgrade: x\r\n", "Connection: close\r\n", "/control/v1/", "take", "{}", ":",
        ].map { Array($0.utf8) } + [[0, 0, 0, 2, 1, 3], [0xFF], [0]]

    private static func http(_ target: String, _ body: [UInt8], _ headers: [String] = []) -> [UInt8] {
        let lines = ["POST \(target) HTTP/1.1", "Host: localhost", "Content-Length: \(body.count)"] + headers
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    @Test func `end their own connection only, and who comes after them is answered`() async throws {
        let control = try ServedControl()
        try await control.serve(control.server()) {
            let round = Mutex(0)
            await Fuzz("control-socket", cases: 1000).run { input in
                let client = try control.client()
                client.send(input.mutation(of: Self.requests, with: Self.pieces))
                let number = round.withLock { round in
                    round += 1
                    return round
                }
                // Every second one is gone before its answer.
                guard number.isMultiple(of: 2) else { return }
                client.finish()
                client.readToEnd()
            }
            try await control.expectItAnswers()
        }
    }
}
