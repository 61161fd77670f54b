import AlertSamples
import Alerting
import Assessment
import Indicators
import Storage
import Testing

@Suite("Every store: the open parts of a whole, and all episodes page by page")
struct ConformanceParts {
    private func key(_ area: String, _ breakdown: String = "") throws -> SeriesKey {
        SeriesKey(indicator: wmo.indicator, area: AreaCode(area), breakdown: try #require(Breakdown(breakdown)))
    }

    private func open(_ series: [SeriesKey], rule: RuleName = .target, in store: any Store) async throws {
        var decisions = Decisions()
        decisions.transitions = series.map { change(.opened, episode(of: $0, rule: rule)) }
        try await store.commit(decisions: decisions)
    }

    private func parts(of wholes: SeriesKey..., in store: any Store) async throws -> [SeriesKey] {
        try await store.openParts(of: wholes.map { AlertKey(rule: .target, series: $0) }).map(\.alert.series)
    }

    @Test(arguments: StoreUnderTest.all)
    func `parts are of the same rule, for smaller areas, smaller groups, or both`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let within = try [
                key("BU03030101"), key("BU03030101", "leeftijd=65+"), key("BU03030201"),
                key("GM0303", "geslacht=vrouw,leeftijd=65+"), key("GM0303", "leeftijd=65+"), key("WK030301"),
            ]
            let elsewhere = try [key("BU03031001"), key("GM0303"), key("GM0304"), key("WK030401")]
            try await open(within + elsewhere, in: store)
            try await open(within, rule: .overdue, in: store)
            let ofMunicipality = try await parts(of: key("GM0303"), in: store)
            let beyond = try key("BU03031001")
            #expect(ofMunicipality == (within + [beyond]).sorted())
            #expect(
                try await parts(of: key("WK030301"), in: store)
                    == [key("BU03030101"), key("BU03030101", "leeftijd=65+")]
            )
            #expect(
                try await parts(of: key("GM0303", "leeftijd=65+"), in: store)
                    == [key("BU03030101", "leeftijd=65+"), key("GM0303", "geslacht=vrouw,leeftijd=65+")]
            )
            #expect(try await parts(of: key("BU03030101"), in: store) == [key("BU03030101", "leeftijd=65+")])
            #expect(try await parts(of: key("BU03030101", "leeftijd=65+"), lonely, in: store).isEmpty)
            // A part of two wholes is one part.
            #expect(try await parts(of: key("GM0303"), key("WK030301"), in: store) == ofMunicipality)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a closed episode is no open part`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let part = try key("WK030301")
            try await open([part], in: store)
            try await store.commit(change(.resolved, episode(of: part), at: start.adding(seconds: 60)))
            #expect(try await parts(of: key("GM0303"), in: store).isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `all episodes come page by page, each once, the latest opened first`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            for number in 0..<7 {
                let series = try key("BU0303010\(number)")
                // Some are opened in one moment.
                let moment = start.adding(seconds: number / 2 * 60)
                try await store.commit(change(.opened, episode(of: series, at: moment), at: moment))
            }
            var seen: [String] = []
            var mark: EpisodeMark?
            repeat {
                let page = try await store.episodes(after: mark, limit: 2)
                seen += page.episodes.map { String($0.alert.series.area.description.suffix(1)) }
                mark = page.end
            } while mark != nil
            #expect(seen == ["6", "5", "4", "3", "2", "1", "0"])
        }
    }
}
