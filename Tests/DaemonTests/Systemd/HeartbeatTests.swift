import Glibc
import Indicators
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("The heartbeat of long work")
struct HeartbeatTests {
    private let start = Instant(seconds: 1_775_023_200)

    /// A heartbeat with a clock that the test sets, and the socket that hears it.
    private struct Bed {
        let folder: TemporaryFolder
        let systemd: NotifySocket
        let clock: Clock
        let heart: Heartbeat
    }

    private final class Clock: Sendable {
        let now: Mutex<Instant>
        init(_ now: Instant) { self.now = Mutex(now) }
        func set(_ instant: Instant) { now.withLock { $0 = instant } }
    }

    private func bed(asked: Bool = true) throws -> Bed {
        let folder = try TemporaryFolder()
        let systemd = try NotifySocket("\(folder.path)/notify")
        let clock = Clock(start)
        let heart = Heartbeat(
            Watchdog(environment: asked ? ["WATCHDOG_USEC": "60000000"] : [:]),
            notifier: SystemdNotifier(environment: ["NOTIFY_SOCKET": "\(folder.path)/notify"]),
            now: { clock.now.withLock(\.self) }
        )
        return Bed(folder: folder, systemd: systemd, clock: clock, heart: heart)
    }

    @Test func `it pings at most once a second, however often the work shows progress`() throws {
        let bed = try bed()
        for second in 0..<3 {
            bed.clock.set(start.adding(seconds: second))
            for _ in 0..<1000 { bed.heart.beat() }
        }
        #expect(bed.systemd.waiting() == Array(repeating: "WATCHDOG=1", count: 3))
        #expect(bed.heart.interval == 30)
    }

    @Test func `a clock that is put back does not silence it`() throws {
        let bed = try bed()
        bed.heart.beat()
        bed.clock.set(start.adding(seconds: -3600))
        bed.heart.beat()
        #expect(bed.systemd.waiting().count == 2)
    }

    @Test func `it is silent while another loop hangs, and where systemd does not ask`() throws {
        let bed = try bed()
        bed.heart.expect("relay", every: 60)
        bed.clock.set(start.adding(seconds: 61))
        bed.heart.beat()
        #expect(bed.systemd.waiting().isEmpty)
        bed.heart.advance("relay")
        bed.heart.beat()
        #expect(bed.systemd.waiting().count == 1)
        let unasked = try self.bed(asked: false)
        unasked.heart.beat()
        #expect(unasked.systemd.waiting().isEmpty)
    }
}
