import Files
import Glibc
import Indicators
import Synchronization
import TestSupport
import Testing

@testable import Daemon

/// A socket that listens as systemd does.
final class NotifySocket: Sendable {
    let descriptor: Int32

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        let (address, length) = try #require(SocketAddress.unix(path: Array(path.utf8)))
        let bound = SocketAddress.with(address) { bind(descriptor, $0, length) }
        try #require(bound == 0)
        // A message that does not come must fail the test, not hold it up.
        var limit = timeval(tv_sec: 300, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    /// Everything that has come, without waiting.
    func waiting() -> [String] {
        var messages: [String] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            guard count > 0 else { return messages }
            messages.append(String(decoding: buffer.prefix(count), as: UTF8.self))
        }
    }

    func message() -> String {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
}

struct SystemdNotifierTests {
    enum Address: CaseIterable {
        case path
        case abstractName
    }

    @Test(arguments: Address.allCases)
    func `each state is one datagram of the protocol`(address: Address) throws {
        let folder = try TemporaryFolder()
        let path = address == .path ? "\(folder.path)/notify" : "@peilwacht-test-\(SystemCall.randomHexadecimal())"
        let systemd = try NotifySocket(path)
        let notifier = SystemdNotifier(environment: ["NOTIFY_SOCKET": path])
        notifier.ready(status: "watching")
        #expect(systemd.message() == "READY=1\nSTATUS=watching")
        notifier.stopping()
        #expect(systemd.message() == "STOPPING=1")
        notifier.watchdog()
        #expect(systemd.message() == "WATCHDOG=1")
        notifier.reloading()
        let reloading = systemd.message().split(separator: "\n")
        #expect(reloading.first == "RELOADING=1")
        #expect(reloading.last?.hasPrefix("MONOTONIC_USEC=") == true)
    }

    @Test func `a status cannot forge another field`() throws {
        let folder = try TemporaryFolder()
        let systemd = try NotifySocket("\(folder.path)/notify")
        SystemdNotifier(environment: ["NOTIFY_SOCKET": "\(folder.path)/notify"]).status("x\nREADY=1\u{1B}[2J")
        #expect(systemd.message() == #"STATUS=x\u{a}READY=1\u{1b}[2J"#)
    }

    @Test(arguments: [[:], ["NOTIFY_SOCKET": ""], ["NOTIFY_SOCKET": "relative"], ["NOTIFY_SOCKET": "/nowhere/at/all"]])
    func `without a listener nothing is said and nothing fails`(environment: [String: String]) {
        let notifier = SystemdNotifier(environment: environment)
        notifier.ready(status: "x")
        notifier.watchdog()
    }

    @Test func `an address that does not fit is none`() {
        #expect(SocketAddress.unix(path: Array(String(repeating: "x", count: 107).utf8)) != nil)
        #expect(SocketAddress.unix(path: Array(String(repeating: "x", count: 108).utf8)) == nil)
        #expect(SocketAddress.unix(path: []) == nil)
    }
}

struct PulseTests {
    /// A clock to set, and how often systemd was told.
    private final class World: Sendable {
        let now = Mutex(Instant(seconds: 1_000))
        let told = Mutex(0)

        func pulse(_ environment: [String: String]) -> Pulse {
            Pulse(
                Watchdog(environment: environment),
                clock: { self.now.withLock(\.self) },
                tell: { self.told.withLock { $0 += 1 } }
            )
        }

        func pass(_ milliseconds: Int) { now.withLock { $0 = $0.adding(milliseconds: milliseconds) } }
    }

    private let world = World()

    @Test func `however often the work beats, systemd is told a few times in each interval`() {
        let pulse = world.pulse(["WATCHDOG_USEC": "8000000"])
        for _ in 0..<4_000 {
            pulse.beat()
            world.pass(1)
        }
        #expect(world.told.withLock(\.self) == 4)
    }

    @Test func `a clock that is put back holds no sign up`() {
        let pulse = world.pulse(["WATCHDOG_USEC": "8000000"])
        for _ in 0..<3 {
            pulse.beat()
            world.pass(-3_600_000)
        }
        #expect(world.told.withLock(\.self) == 3)
    }

    @Test func `a loop that hangs is not covered up, and where nobody asks nothing is told`() {
        let pulse = world.pulse(["WATCHDOG_USEC": "8000000"])
        pulse.change { $0.expect("relay", every: 10, from: $1) }
        world.pass(11_000)
        pulse.beat()
        world.pulse([:]).beat()
        #expect(world.told.withLock(\.self) == 0)
    }
}

struct WatchdogTests {
    private let start = Instant(seconds: 1_000)

    @Test(arguments: [nil, "", "x", "0", "-5"])
    func `there is none where systemd does not ask`(microseconds: String?) {
        #expect(Watchdog(environment: microseconds.map { ["WATCHDOG_USEC": $0] } ?? [:]) == nil)
    }

    @Test func `it pings twice in the time that systemd allows`() throws {
        #expect(try #require(Watchdog(environment: ["WATCHDOG_USEC": "60000000"])).interval == 30)
    }

    struct Case: Sendable {
        /// When each loop last showed progress, in seconds from the start.
        let work: Int
        let relay: Int
        let now: Int
        let allowed: Bool
    }

    @Test(arguments: [
        Case(work: 0, relay: 0, now: 0, allowed: true),
        Case(work: 0, relay: 0, now: 60, allowed: true),
        Case(work: 0, relay: 0, now: 61, allowed: false),
        Case(work: 61, relay: 0, now: 61, allowed: true),
        Case(work: 590, relay: 0, now: 600, allowed: true),
        Case(work: 600, relay: 0, now: 601, allowed: false),
        Case(work: 600, relay: 600, now: -3_600, allowed: true),
    ])
    func `a ping is due only while every loop goes on`(example: Case) throws {
        var watchdog = try #require(Watchdog(environment: ["WATCHDOG_USEC": "60000000"]))
        watchdog.expect("work", every: 60, from: start)
        watchdog.expect("relay", every: 600, from: start)
        watchdog.advance("work", at: start.adding(seconds: example.work))
        watchdog.advance("relay", at: start.adding(seconds: example.relay))
        #expect(watchdog.allowsPing(at: start.adding(seconds: example.now)) == example.allowed)
    }
}
