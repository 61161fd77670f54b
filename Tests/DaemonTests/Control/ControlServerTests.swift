import Files
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite(.ownThreads, .timeLimit(.minutes(30)))
struct ControlServerTests {
    private let control: ServedControl

    init() throws { control = try ServedControl() }

    // MARK: Requests

    @Test func `a request is answered`() async throws {
        let seen = Mutex<ControlRequest?>(nil)
        let server = control.server { request in
            seen.withLock { $0 = request }
            return ControlResponse(status: 1, json: "[1]", text: "x")
        }
        let request = ControlRequest.takeAt(path: "/é", device: 1, inode: .max, isDryRun: true)
        try await control.serve(server) {
            let response = try await control.ask(request)
            #expect(response == ControlResponse(status: 1, json: "[1]", text: "x"))
        }
        #expect(seen.withLock { $0 } == request)
    }

    @Test(arguments: [0, 1, 100_000, 3_000_000])
    func `a file goes over whole, under whatever name`(count: Int) async throws {
        let server = control.server { request in
            guard case .take(let name, let handed, let isDryRun) = request else { return .notMet }
            let bytes = (try? handed.file.bytes(upTo: .max)) ?? []
            return ControlResponse(status: 0, json: "\(name) \(isDryRun)", text: FileDigest(of: bytes).description)
        }
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 17) }
        try await control.serve(server) {
            let response = try await control.take(bytes, name: [0xFF, 10], isDryRun: true)
            #expect(response.json == "[255, 10] true")
            #expect(response.text == FileDigest(of: bytes).description)
        }
    }

    @Test func `a file that is larger than is allowed is refused in words`() async throws {
        try await control.serve(control.server(largestFile: 10)) {
            let client = try control.client()
            client.ask("POST /control/v1/take", ["File-Name: YQ=="], body: "elf bytes..")
            #expect(client.response()?.status == 413)
            #expect(try await control.take(Array("tien bytes".utf8)).status == 0)
        }
    }

    @Test func `a file that is not there any more is not taken for a shorter one`() async throws {
        let count = Mutex(0)
        let server = control.server { _ in
            count.withLock { $0 += 1 }
            return .notMet
        }
        try await control.serve(server) {
            for _ in 0..<3 {
                let client = try control.client()
                client.send("POST /control/v1/take HTTP/1.1\r\nFile-Name: YQ==\r\nContent-Length: 100\r\n\r\nabc")
                client.finish()
                client.readToEnd()
            }
        }
        #expect(count.withLock(\.self) == 0)
    }

    @Test func `large files are taken one at a time`() async throws {
        let busy = Mutex((now: 0, most: 0))
        let server = control.server { _ in
            busy.withLock { busy in
                busy.now += 1
                busy.most = max(busy.most, busy.now)
            }
            await Task.yield()
            busy.withLock { $0.now -= 1 }
            return ControlResponse(status: 0, json: "", text: "")
        }
        try await control.serve(server) {
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await control.take([UInt8](repeating: 7, count: 3 << 20)).status }
                }
                for try await status in group { #expect(status == 0) }
            }
        }
        #expect(busy.withLock { $0.most } == 1)
    }

    @Test func `a large file whose turn has not come is not given up for silence`() async throws {
        let (answers, answer) = AsyncStream.makeStream(of: Void.self)
        let (beginnings, begin) = AsyncStream.makeStream(of: Bool.self)
        let server = control.server(patience: 1) { _ in
            begin.yield(true)
            var iterator = answers.makeAsyncIterator()
            await iterator.next()
            return ControlResponse(status: 0, json: "", text: "")
        }
        try await control.serve(server) {
            let large = [UInt8](repeating: 7, count: 3 << 20)
            // On a busy machine a sender may be given up for silence in the middle of what it sends; then it sends again.
            var (iterator, first) = (beginnings.makeAsyncIterator(), Task<ControlResponse, any Error>?.none)
            repeat {
                first = Task {
                    defer { begin.yield(false) }
                    return try await control.take(large)
                }
            } while await iterator.next() == false
            let isGivenUp = Mutex(false)
            let second = Task {
                defer { isGivenUp.withLock { $0 = true } }
                return try await control.take(large)
            }
            // One that is silent from now on is let go twice: so much patience is over.
            for _ in 0..<2 {
                let silent = try control.client()
                #expect(silent.isEnded())
            }
            let isGivenUpEarly = isGivenUp.withLock { $0 }
            #expect(!isGivenUpEarly)
            answer.finish()
            #expect(try await first?.value.status == 0)
            _ = try? await second.value
        }
    }

    @Test func `a large file whose sender went away keeps its turn until it is done with`() async throws {
        let busy = Mutex((now: 0, most: 0))
        let (answers, answer) = AsyncStream.makeStream(of: Void.self)
        let (questions, asked) = AsyncStream.makeStream(of: Void.self)
        let server = control.server { request in
            guard request != .pass else { return ControlResponse(status: 0, json: "", text: "") }
            busy.withLock { busy in
                busy.now += 1
                busy.most = max(busy.most, busy.now)
            }
            asked.yield()
            var iterator = answers.makeAsyncIterator()
            await iterator.next()
            busy.withLock { $0.now -= 1 }
            return ControlResponse(status: 0, json: "", text: "")
        }
        try await control.serve(server) {
            let large = [UInt8](repeating: 7, count: 3 << 20)
            do {
                let client = try control.client()
                client.send(
                    "POST /control/v1/take HTTP/1.1\r\nFile-Name: YQ==\r\nContent-Length: \(large.count)\r\n\r\n"
                )
                client.send(large)
                var iterator = questions.makeAsyncIterator()
                await iterator.next()
            }
            async let second = control.take(large)
            // So long the second one has the time to begin too early.
            for _ in 0..<100 { try await control.expectItAnswers() }
            for _ in 0..<2 { answer.yield() }
            #expect(try await second.status == 0)
        }
        #expect(busy.withLock { $0.most } == 1)
    }

    @Test func `twenty commands at once are all answered`() async throws {
        try await control.serve(control.server()) {
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 { group.addTask { try await control.ask(.pass).status } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses == Array(repeating: 0, count: 20))
        }
    }

    // MARK: The socket

    @Test func `where no daemon runs that is said`() async {
        await #expect(throws: ControlClient.Fault.nobodyListens(path: control.path)) { try await control.ask(.pass) }
    }

    @Test func `after the end nobody listens and the socket is gone`() async throws {
        try await control.serve(control.server()) { _ = try await control.ask(.pass) }
        await #expect(throws: ControlClient.Fault.nobodyListens(path: control.path)) { try await control.ask(.pass) }
        #expect(!FileManager.default.fileExists(atPath: control.path))
    }

    @Test func `what the work throws is thrown`() async throws {
        struct Thrown: Error {}
        await #expect(throws: Thrown.self) { try await control.server().serve { throw Thrown() } }
    }

    @Test func `a socket that a dead process left is replaced`() async throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let (address, length) = try #require(SocketAddress.unix(path: Array(control.path.utf8)))
        #expect(SocketAddress.with(address) { bind(descriptor, $0, length) } == 0)
        close(descriptor)
        #expect(FileManager.default.fileExists(atPath: control.path))
        try await control.serve(control.server()) { try await control.expectItAnswers() }
    }

    @Test func `a second daemon on the same socket is refused and the first goes on`() async throws {
        try await control.serve(control.server()) {
            let fault = await #expect(throws: ControlServer.Fault.self) { try await control.server().serve {} }
            #expect(fault?.description.hasPrefix("another daemon answers on the control socket") == true)
            try await control.expectItAnswers()
        }
    }

    @Test func `a file that is no socket is never removed`() async throws {
        try control.folder.directory().put("control.sock", "mine")
        await #expect(throws: ControlServer.Fault.self) { try await control.server().serve {} }
        #expect(try control.folder.directory().text("control.sock") == "mine")
    }

    @Test func `the socket is for its owner and group only`() async throws {
        try await control.serve(control.server()) {
            var status = stat()
            #expect(lstat(control.path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o660)
        }
    }

    @Test func `a path that does not fit in an address is refused in words`() async throws {
        let long = "\(control.folder.path)/\(String(repeating: "x", count: 120))"
        let server = control.server(at: long) { _ in ControlAnswer(.stopping) }
        let fault = await #expect(throws: ControlServer.Fault.self) { try await server.serve {} }
        #expect(fault?.description.contains("too long") == true)
    }
}
