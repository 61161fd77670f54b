import Testing

@testable import Daemon

@Suite("When what is old enough is removed")
struct RetentionWatchTests {
    private static let hour: Int64 = 3_600_000

    /// Whether it is time at each of these moments.
    private func looks(_ watch: inout RetentionWatch, at moments: [Int64]) -> [Bool] {
        moments.map { watch.isDue(sinceBoot: $0) }
    }

    @Test func `not before the clock has gone on evenly for an hour, then once a day`() {
        var watch = RetentionWatch()
        let before = looks(&watch, at: [5, 4 + Self.hour, 5 + Self.hour])
        #expect(before == [false, false, true])
        watch.ran(sinceBoot: 5 + Self.hour)
        let after = looks(&watch, at: [4 + 25 * Self.hour, 5 + 25 * Self.hour])
        #expect(after == [false, true])
    }

    @Test func `a clock that leapt has to prove itself anew`() {
        var watch = RetentionWatch()
        let before = looks(&watch, at: [0])
        watch.distrust()
        let after = looks(&watch, at: [2 * Self.hour, 3 * Self.hour - 1, 3 * Self.hour])
        #expect(before + after == [false, false, false, true])
    }

    @Test func `what is left over is removed at the next look`() {
        var watch = RetentionWatch()
        let all = looks(&watch, at: [0, Self.hour, Self.hour + 1])
        #expect(all == [false, true, true])
    }
}
