import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite struct DigestFoldingTests {
    private func items(_ episodes: [Episode]) -> [Digest.Item] {
        DigestComposer.compose(
            for: Sample.subscription(),
            occasion: .atOnce,
            notices: episodes.map {
                Notice(subscription: "s", kind: .opened, episode: $0, at: Sample.at(100), isUrgent: true)
            },
            open: [],
            by: .exact,
            at: Sample.at(200)
        )
        .items
    }

    private func missing(_ id: String, source: String?, rule: RuleName = .overdue) -> Episode {
        let facts = Sample.facts(.warning, .overdue, value: nil, period: nil).overdue("2026-04", "2026-05")
            .with { $0.about.source = source }
        return Sample.episode(facts, rule: rule, series: SeriesKey(indicator: IndicatorID(id), area: "GM0303"))
    }

    private func neighbourhood(_ number: Int, _ severity: Severity = .critical) -> Episode {
        let area = AreaCode("BU030300\(number + 10)")
        return Sample.episode(Sample.facts(severity), series: SeriesKey(indicator: "wmo", area: area))
    }

    @Test func `what one source has not sent is one notice, and of another source another`() {
        let told = items([
            missing("a", source: "Financiën"), missing("b", source: "Financiën"), missing("c", source: "CBS"),
        ])
        #expect(told.map(\.episodes.count).sorted() == [1, 2])
        let one = told.first { $0.parts.count == 1 }
        #expect(one?.fold == .missing && one?.weight == 2)
    }

    @Test func `a few parts are told one by one, many as one that counts them all`() {
        #expect(items((0..<5).map { neighbourhood($0) }).count == 5)
        let many = items((0..<40).map { neighbourhood($0, $0 == 7 ? .critical : .warning) })
        #expect(many.count == 1 && many[0].fold == .parts && many[0].weight == 40)
        #expect(many[0].episode.alert.series.area == "BU03030017")
    }

    @Test func `what was missing when watching began is not told with what is missing since`() {
        let before = ["a", "b"].map { id in
            var episode = missing(id, source: "Financiën")
            episode.facts.isOpeningState = true
            return episode
        }
        let told = items(before + ["c", "d"].map { missing($0, source: "Financiën") })
        #expect(told.map(\.episodes.count) == [2, 2])
        #expect(told.allSatisfy { Set($0.episodes.map(\.facts.isOpeningState)).count == 1 })
    }

    @Test func `nothing of many is lost`() {
        let episodes = (0..<40).map { neighbourhood($0) } + [missing("a", source: "x"), missing("b", source: "x")]
        #expect(Set(items(episodes).flatMap(\.episodes).map(\.id)) == Set(episodes.map(\.id)))
    }

    @Test func `the overdue report of a milestone whose date has passed is told with that`() {
        let series = SeriesKey(indicator: "mijlpaal", area: "GM0303")
        let past = Sample.episode(Sample.facts(.warning, .pastDate, value: nil), rule: .milestone, series: series)
        let overdue = missing("mijlpaal", source: nil)
        #expect(Inhibition(open: [past, overdue]).speaker(for: overdue) == past)
        #expect(Inhibition(open: [past, overdue]).speaker(for: past) == nil)
        let told = items([past, overdue])
        #expect(told.map(\.episode) == [past] && told.first?.parts == [overdue])
    }
}
