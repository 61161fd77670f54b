import Assessment
import Files
import Foundation
import Glibc
import Indicators
import Storage
import Synchronization
import Telling
import TestSupport
import Testing

@testable import Daemon

struct ControlCodingTests {
    @Test(arguments: [
        ControlRequest.pass, .health,
        .queue(QueueOrder(verb: .retry, message: 12, by: "root (sudo: piet)", why: "adres\nhersteld", at: .sample)),
        .queue(QueueOrder(verb: .drop, message: -1, by: "", why: "é", at: .sample)),
        .withdraw(
            WithdrawalOrder(
                .value(
                    SeriesKey(indicator: "wmo", area: "GM0303", breakdown: Breakdown(pairs: ["leeftijd": "65+"])),
                    Period.sample
                ),
                by: "é",
                why: "adres\nhersteld",
                at: .sample
            )
        ),
        .withdraw(WithdrawalOrder(.imported("0123456789ab"), by: "", why: "x", at: .sample)),
        .take(name: [0xFF, 0, 10], bytes: [], isDryRun: false),
        .take(name: [], bytes: Array(repeating: 7, count: 100_000), isDryRun: true),
        .takeAt(path: "/srv/é.csv", device: .max, inode: 0, isDryRun: false),
        .takeAt(path: "", device: 1, inode: .max, isDryRun: true),
        .show(ReportQuestion(.status(isBrief: true))), .show(ReportQuestion(.status(isBrief: false, of: .sample))),
        .show(ReportQuestion(.status(isBrief: true, on: TerminalLayout(width: 120, isColoured: true)))),
        .show(ReportQuestion(.alerts(isAll: true))),
        .show(ReportQuestion(.alerts(isAll: false, on: TerminalLayout(width: 80, isColoured: false)))),
    ])
    func `a request comes out as it went in`(request: ControlRequest) throws {
        #expect(try ControlCoding.decodeRequest(ControlCoding.encode(request)) == request)
    }

    @Test func `a response comes out as it went in`() throws {
        let response = ControlResponse(status: 65, json: "{\"a\":\"\u{E9}\"}", text: "twee\nregels")
        #expect(try ControlCoding.decodeResponse(ControlCoding.encode(response)) == response)
    }

    @Test func `a request that is cut off anywhere is refused`() {
        let whole = ControlCoding.encode(.take(name: [1, 2], bytes: [3, 4, 5], isDryRun: false))
        for length in 0..<whole.count {
            #expect(throws: ControlCoding.Malformed()) {
                try ControlCoding.decodeRequest(Array(whole.prefix(length)))
            }
        }
    }

    @Test(arguments: [[2, 3], [1, 9], [1, 1, 0xFF, 0xFF, 0xFF, 0xFF], [0]] as [[UInt8]])
    func `another version, kind or length is refused`(bytes: [UInt8]) {
        #expect(throws: ControlCoding.Malformed()) { try ControlCoding.decodeRequest(bytes) }
    }
}

extension SeriesChoice {
    fileprivate static var sample: SeriesChoice {
        var filter = SeriesFilter()
        filter.light = .amber
        filter.programme = "dronten"
        filter.package = "6N"
        filter.owner = "Hans Wijnants"
        return SeriesChoice(filter, area: "Dronten-Noord é")
    }
}

extension Period {
    fileprivate static let sample = [Period("2026-Q1")].compactMap(\.self)[0]
}

extension Instant {
    fileprivate static let sample = Instant(milliseconds: 1_775_023_200_123)
}

@Suite(.ownThreads, .timeLimit(.minutes(30)))
struct ControlServerTests {
    private let folder: TemporaryFolder
    private var path: String { "\(folder.path)/control.sock" }

    init() throws { folder = try TemporaryFolder() }

    private func serve(
        patience: Double = 30,
        _ handler: @escaping @Sendable (ControlRequest) async -> ControlResponse = { _ in
            ControlResponse(status: 0, json: "{}", text: "klaar")
        }
    ) throws -> ControlServer {
        try ControlServer(path: path, patience: patience, handler: handler)
    }

    /// Calls the client on a thread of its own: it waits without letting others go on.
    private func send(_ request: ControlRequest) async throws -> ControlResponse {
        let path = path
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try ControlClient.send(request, path: path, patience: 120) })
            }
        }
    }

    @Test func `a request is answered`() async throws {
        let seen = Mutex<ControlRequest?>(nil)
        let server = try serve { request in
            seen.withLock { $0 = request }
            return ControlResponse(status: 1, json: "[1]", text: "x")
        }
        let request = ControlRequest.take(name: [0xFF, 10], bytes: [1, 2, 3], isDryRun: true)
        #expect(try await send(request) == ControlResponse(status: 1, json: "[1]", text: "x"))
        #expect(seen.withLock { $0 } == request)
        server.close()
    }

    @Test func `a file of megabytes goes over whole`() async throws {
        let server = try serve { request in
            guard case .take(_, let bytes, _) = request else { return ControlResponse(status: 70, json: "", text: "") }
            return ControlResponse(status: 0, json: FileDigest(of: bytes).description, text: "")
        }
        let bytes = (0..<8_000_000).map { UInt8(truncatingIfNeeded: $0 &* 17) }
        let response = try await send(.take(name: [1], bytes: bytes, isDryRun: false))
        #expect(response.json == FileDigest(of: bytes).description)
        server.close()
    }

    @Test func `twenty commands at once are all answered`() async throws {
        let server = try serve()
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { try await send(.pass).status } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 0, count: 20))
        server.close()
    }

    @Test(arguments: [8, 40])
    func `silent clients hold nobody up`(count: Int) async throws {
        // Nobody is given up for silence while the test lasts: an answer is none that had to wait for that.
        let server = try serve(patience: 3600)
        let silent = try (0..<count).map { _ in try ControlSocketFuzzTests.Raw(path) }
        #expect(try await send(.pass).status == 0)
        withExtendedLifetime(silent) {}
        server.close()
    }

    @Test func `a request whose answer is forgotten is answered all the same`() async throws {
        let server = try serve { _ in
            await withCheckedContinuation { _ = ControlReply($0) }
        }
        let response = try await send(.pass)
        #expect(response.status == 75 && !response.isResult)
        server.close()
    }

    @Test func `a second answer is passed over`() async {
        let response = await withCheckedContinuation { continuation in
            let reply = ControlReply(continuation)
            for status in [1, 2] { reply.give(ControlResponse(status: status, json: "", text: "")) }
        }
        #expect(response.status == 1)
    }

    @Test func `where no daemon runs that is said`() {
        #expect(throws: ControlClient.Fault.nobodyListens(path: path)) { try ControlClient.send(.pass, path: path) }
    }

    @Test func `after the end nobody listens and the socket is gone`() async throws {
        let server = try serve()
        _ = try await send(.pass)
        server.close()
        #expect(throws: ControlClient.Fault.nobodyListens(path: path)) { try ControlClient.send(.pass, path: path) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a socket that a dead process left is replaced`() async throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let (address, length) = try #require(SocketAddress.unix(path: Array(path.utf8)))
        #expect(SocketAddress.with(address) { bind(descriptor, $0, length) } == 0)
        close(descriptor)
        #expect(FileManager.default.fileExists(atPath: path))
        let server = try serve()
        #expect(try await send(.pass).status == 0)
        server.close()
    }

    @Test func `a second daemon on the same socket is refused and the first goes on`() async throws {
        let server = try serve()
        #expect(throws: ControlServer.Fault.self) { try serve() }
        #expect(try await send(.pass).status == 0)
        server.close()
    }

    @Test func `a file that is no socket is never removed`() throws {
        try folder.directory().put("control.sock", "mine")
        #expect(throws: ControlServer.Fault.self) { try serve() }
        #expect(try folder.directory().text("control.sock") == "mine")
    }

    @Test func `the socket is for its owner and group only`() throws {
        let server = try serve()
        var status = stat()
        #expect(lstat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o660)
        server.close()
    }

    @Test func `a path that does not fit in an address is refused in words`() {
        let long = "\(folder.path)/\(String(repeating: "x", count: 120))"
        #expect(throws: ControlServer.Fault.self) {
            try ControlServer(path: long) { _ in ControlResponse(status: 0, json: "", text: "") }
        }
    }

    @Test(arguments: [[0, 0, 0, 2, 9, 9], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 5, 1]] as [[UInt8]])
    func `nonsense ends its own connection only`(bytes: [UInt8]) async throws {
        let server = try serve()
        let (address, length) = try #require(SocketAddress.unix(path: Array(path.utf8)))
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #expect(SocketAddress.with(address) { connect(descriptor, $0, length) } == 0)
        #expect(Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
        shutdown(descriptor, Int32(SHUT_WR))
        var byte: UInt8 = 0
        #expect(recv(descriptor, &byte, 1, 0) == 0)
        close(descriptor)
        #expect(try await send(.pass).status == 0)
        server.close()
    }
}
