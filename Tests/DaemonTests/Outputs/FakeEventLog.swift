import AlertSamples
import Alerting
import Assessment
import Indicators
import Storage
import Synchronization

/// Events that were committed, and of which one may be missing.
final class FakeEventLog: EventLogStore {
    let events = Mutex<[AlertEvent]>([])

    func lastEventNumber() async throws -> Int { events.withLock { $0.last?.seq ?? 0 } }

    func events(after seq: Int, limit: Int) async throws -> [AlertEvent] {
        events.withLock { Array($0.filter { $0.seq > seq }.prefix(limit)) }
    }

    /// Commits so many more events.
    func addEvents(_ count: Int, at moment: Instant? = nil) {
        let facts = FindingFacts.sample(
            "Wmo-maatwerk",
            .critical,
            .targetMissed,
            value: "112",
            unit: "per 1000",
            period: "2025",
            targets: []
        )
        let alert = AlertKey(rule: .target, series: SeriesKey(indicator: "wmo-maatwerk", area: "GM0303"))
        events.withLock { events in
            for _ in 0..<count {
                let seq = events.count + 1
                events.append(
                    AlertEvent(
                        seq: seq,
                        kind: .opened,
                        at: moment ?? Instant(seconds: seq),
                        alert: alert,
                        episode: "\(alert)#\(seq)",
                        facts: facts
                    )
                )
            }
        }
    }
}
