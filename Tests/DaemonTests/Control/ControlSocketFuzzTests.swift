import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Daemon

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Requests as nobody would make them: good ones cut, stretched and overwritten, and plain noise.
struct RequestNoise {
    private var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next() -> [UInt8] {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes(upTo: 64)
        case 1: [1, UInt8.random(in: 0...6, using: &generator)] + bytes(upTo: 40)
        default: damaged(ControlCoding.encode(.take(name: bytes(upTo: 300), bytes: bytes(upTo: 200), isDryRun: true)))
        }
    }

    private mutating func bytes(upTo most: Int) -> [UInt8] {
        (0..<Int.random(in: 0...most, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    private mutating func damaged(_ good: [UInt8]) -> [UInt8] {
        var bytes = good
        for _ in 0..<Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
            bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        return Bool.random(using: &generator)
            ? bytes : Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &generator)))
    }
}

@Suite("Random bytes at the control socket", .ownThreads, .timeLimit(.minutes(30)))
struct ControlSocketFuzzTests {
    /// `FUZZ_ROUNDS=1000000` makes it a long run, `FUZZ_SEED` another one.
    private static func setting(_ name: String, or standard: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard
    }

    @Test func `are read, or refused, and never more`() {
        var noise = RequestNoise(seed: UInt64(Self.setting("FUZZ_SEED", or: 1)))
        for _ in 0..<Self.setting("FUZZ_ROUNDS", or: 20_000) {
            let bytes = noise.next()
            guard let request = try? ControlCoding.decodeRequest(bytes) else { continue }
            // What was understood has one meaning: it comes out again as it went in.
            #expect((try? ControlCoding.decodeRequest(ControlCoding.encode(request))) == request)
        }
    }

    @Test func `end their own connection only, and the daemon's end answers every one`() throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/control.sock"
        let server = try ControlServer(path: path) { _ in ControlResponse(status: 0, json: "{}", text: "klaar") }
        var noise = RequestNoise(seed: UInt64(Self.setting("FUZZ_SEED", or: 1)))
        for round in 0..<Self.setting("FUZZ_ROUNDS", or: 20_000) / 20 {
            let socket = try Raw(path)
            let frame = noise.next()
            socket.send(round.isMultiple(of: 3) ? frame : ControlCoding.field(frame))
            // Every second one is gone before its answer.
            if round.isMultiple(of: 2) { socket.readToEnd() }
        }
        #expect(try ControlClient.send(.pass, path: path, patience: 20).status == 0)
        server.close()
    }

    /// A client without manners.
    final class Raw {
        private let descriptor: Int32

        init(_ path: String) throws {
            descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            let (address, length) = try #require(SocketAddress.unix(path: Array(path.utf8)))
            try #require(SocketAddress.with(address) { connect(descriptor, $0, length) } == 0)
        }

        deinit { close(descriptor) }

        func send(_ bytes: [UInt8]) { _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) }

        func readToEnd() {
            shutdown(descriptor, Int32(SHUT_WR))
            var chunk = [UInt8](repeating: 0, count: 4096)
            while recv(descriptor, &chunk, chunk.count, 0) > 0 {}
        }
    }
}
