import AlertSamples
import Alerting
import Assessment
import Glibc
import Indicators
import Testing

@Suite("A digest of very many alerts")
struct DigestScaleTests {
    private static func episodes(_ count: Int) -> [Episode] {
        (0..<count).map { number in
            let digits = String(10_000_000 + number).dropFirst(2)
            return Sample.episode(series: SeriesKey(indicator: "wmo", area: AreaCode("BU03\(digits)")))
        }
    }

    /// The shortest of some times, as this thread works, since other tests run beside this one.
    private static func seconds(_ count: Int) -> Double {
        let episodes = episodes(count)
        let notices = episodes.map {
            Notice(subscription: "s", kind: .opened, episode: $0, at: Sample.at(500), isUrgent: false)
        }
        return (0..<3).map { _ in
            let before = threadSeconds()
            let digest = DigestComposer.compose(
                for: Sample.subscription(),
                occasion: .preview,
                notices: notices,
                open: episodes,
                by: .exact,
                at: Sample.at(900)
            )
            #expect(digest.items.flatMap(\.episodes).count == count)
            return threadSeconds() - before
        }
        .min() ?? 0
    }

    private static func threadSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    @Test("Eight times as many notices take about eight times as long, not sixty-four times")
    func linear() {
        let (few, many) = (Self.seconds(500), Self.seconds(4000))
        #expect(many < few * 24, "\(few) s for 500, \(many) s for 4,000")
    }
}
