import Files
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("Answers at the control socket", .ownThreads, .timeLimit(.minutes(30)))
struct ControlAnswerTests {
    private let control: ServedControl

    init() throws { control = try ServedControl() }

    @Test func `a request whose answer is forgotten is answered all the same`() async throws {
        let server = control.server { _ in
            await withCheckedContinuation { _ = ControlReply($0) }
        }
        try await control.serve(server) {
            let response = try await control.ask(.pass)
            #expect(response.status == 75 && !response.isResult)
        }
    }

    @Test func `a second answer is passed over`() async {
        let response = await withCheckedContinuation { continuation in
            let reply = ControlReply(continuation)
            for status in [1, 2] { reply.give(ControlResponse(status: status, json: "", text: "")) }
        }
        #expect(response.status == 1)
    }

    @Test(arguments: [
        (ControlRequest.show(ReportQuestion(.queue)), 75, "is stopping; try again later"),
        // Whoever asks again after 75 would have it done twice.
        (.pass, 70, "its log says whether it did what was asked"),
    ])
    func `who still waits when the daemon stops is told so`(
        request: ControlRequest,
        status: Int,
        words: String
    ) async throws {
        let (questions, asked) = AsyncStream.makeStream(of: Void.self)
        let (answers, answer) = AsyncStream.makeStream(of: Void.self)
        let server = control.server { _ in
            asked.yield()
            for await _ in answers {}
            return ControlResponse(status: 0, json: "", text: "")
        }
        let waiting = Mutex<Task<ControlResponse, any Error>?>(nil)
        try await control.serve(server) {
            waiting.withLock { $0 = Task { try await control.ask(request) } }
            var iterator = questions.makeAsyncIterator()
            await iterator.next()
        }
        let response = try await waiting.withLock(\.self)?.value
        #expect(response?.status == status && response?.text.contains(words) == true, "\(response?.text ?? "")")
        answer.finish()
    }

    @Test func `a long answer comes whole, in pieces`() async throws {
        let text = String(repeating: "één regel\n", count: 400_000)
        let server = control.server { _ in
            let spool = AnswerSpool()
            try? spool.add(text)
            return ControlAnswer(status: 1, json: "daarbij", text: (try? spool.kept()) ?? KeptText(""))
        }
        try await control.serve(server) {
            var (read, pieces) = ("", 0)
            let outcome = try await ControlClient.ask(.show(ReportQuestion(.queue)), path: control.path) { piece in
                read += piece
                pieces += 1
            }
            #expect(outcome == ControlOutcome(status: 1, json: "daarbij"))
            #expect(read == text && pieces > 10)
        }
    }

    @Test func `who shows a long answer screen by screen has it whole, and the daemon waits for nobody`() async throws {
        let text = String(repeating: "één regel\n", count: 400_000)
        let held = Held()
        let server = control.server { _ in
            let spool = AnswerSpool()
            try? spool.add(text)
            let kept = (try? spool.kept()) ?? KeptText("")
            held.note(kept.file)
            return ControlAnswer(status: 0, json: "", text: kept)
        }
        try await control.serve(server) {
            var read = ""
            _ = try await ControlClient.ask(.show(ReportQuestion(.queue)), path: control.path) { piece in
                // The first screen is read for so long.
                while held.isAny { sched_yield() }
                read += piece
            }
            #expect(read == text && held.count == 1)
        }
    }

    @Test func `an answer that its reader does not take is given up in the end`() async throws {
        let held = Held()
        // Nobody is given up for silence while the test lasts.
        let server = control.server(patience: 3600, sendTime: 0.5) { _ in
            let spool = AnswerSpool()
            for _ in 0..<100 { try? spool.add(String(repeating: "x", count: 100_000)) }
            let kept = (try? spool.kept()) ?? KeptText("")
            held.note(kept.file)
            return ControlAnswer(status: 0, json: "", text: kept)
        }
        try await control.serve(server) {
            let client = try control.client()
            client.ask("POST /control/v1/show", body: #"{"isJSON":false,"subject":{"queue":{}}}"#)
            #expect(client.begins(with: "HTTP/1.1 200 OK"))
            while held.isAny { await Task.yield() }
        }
    }

    @Test func `a client that goes away in the middle of an answer frees what it held`() async throws {
        let held = Held()
        let server = control.server { request in
            guard request != .pass else { return ControlAnswer(.stopping) }
            let spool = AnswerSpool()
            for _ in 0..<100 { try? spool.add(String(repeating: "x", count: 100_000)) }
            let kept = (try? spool.kept()) ?? KeptText("")
            held.note(kept.file)
            return ControlAnswer(status: 0, json: "", text: kept)
        }
        try await control.serve(server) {
            for _ in 0..<3 {
                let client = try control.client()
                client.ask("POST /control/v1/show", body: #"{"isJSON":false,"subject":{"queue":{}}}"#)
                #expect(client.begins(with: "HTTP/1.1 200 OK"))
            }
            #expect(held.count == 3)
            while held.isAny { _ = try await control.ask(.pass) }
        }
    }

    @Test func `a question whose asker goes away is given up, an order is carried out`() async throws {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        let (ended, end) = AsyncStream.makeStream(of: Bool.self)
        let (orders, order) = AsyncStream.makeStream(of: Void.self)
        let server = control.server(patience: 3600) { request in
            begin.yield()
            if request == .pass {
                var iterator = orders.makeAsyncIterator()
                await iterator.next()
            } else {
                // Until it is cancelled.
                for await _ in AsyncStream<Void>(unfolding: { try? await Task.sleep(for: .seconds(3600)) }) { break }
            }
            end.yield(Task.isCancelled)
            return .stopping
        }
        try await control.serve(server) {
            var (beginnings, ends) = (begun.makeAsyncIterator(), ended.makeAsyncIterator())
            for (kind, isCancelled) in [("show", true), ("pass", false)] {
                do {
                    let client = try control.client()
                    client.ask("POST /control/v1/\(kind)", body: #"{"isJSON":false,"subject":{"queue":{}}}"#)
                    await beginnings.next()
                }
                if !isCancelled { order.yield() }
                #expect(await ends.next() == isCancelled)
            }
        }
    }
}

/// Files that are noted and not held.
private final class Held: Sendable {
    private struct Noted {
        weak var file: OpenFile?
    }

    private let files = Mutex<[Noted]>([])

    var count: Int { files.withLock(\.count) }

    /// Whether one of them is still open.
    var isAny: Bool { files.withLock { $0.contains { $0.file != nil } } }

    func note(_ file: OpenFile?) { files.withLock { $0.append(Noted(file: file)) } }
}
