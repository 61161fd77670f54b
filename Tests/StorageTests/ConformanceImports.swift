import Feeds
import Indicators
import Storage
import Testing

@Suite("Every store: taking in")
struct ConformanceImports {
    @Test(arguments: StoreUnderTest.all)
    func `a value comes back as it was supplied`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let full = Observation(
                period: try #require(Period(.quarter, year: 2025, index: 3)),
                value: try decimal("-7.0"),
                status: .provisional,
                interval: ValueRange(minimum: try decimal("-9.25"), maximum: try decimal("3")),
                sampleSize: 1204,
                source: "GGD Flevoland – Gezondheidsmonitor",
                referenceDate: CalendarDate(year: 2025, month: 10, day: 1),
                note: "voorlopig; \"geschat\"\nénd"
            )
            let result = try await store.take(
                header("a"),
                [.observed(ObservedRow(line: 2, series: lonely, observation: full))]
            )
            #expect(result.isAccepted && result.tally.rows == 1 && result.tally.taken == 1)
            let history = try await store.history(of: lonely)
            #expect(
                history.observations == [RecordedObservation(full, revision: 1, importHash: "a", recordedAt: start)]
            )
            #expect(history.latest?.value.description == "-7.0")
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an interval may have one bound`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let open = Observation(
                period: try year(2024),
                value: .zero,
                interval: ValueRange(minimum: nil, maximum: try decimal("4.5"))
            )
            try await store.take(header("a"), [.observed(ObservedRow(line: 2, series: wmo, observation: open))])
            #expect(try await store.history(of: wmo).latest?.observation == open)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `periods of every kind come back`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let texts = ["2026", "2026-H2", "2026-Q4", "2026-12", "2025/2026", "2026-W53", "2026-12-31"]
            let periods = try texts.map { try #require(Period($0)) }
            for (number, period) in periods.enumerated() {
                let series = SeriesKey(indicator: IndicatorID("i\(number)"), area: "GM0303")
                let observation = Observation(period: period, value: ExactDecimal(number))
                try await store.take(
                    header("h\(number)"),
                    [.observed(ObservedRow(line: 2, series: series, observation: observation))]
                )
                #expect(try await store.history(of: series).latest?.period == period)
            }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `an unknown series has an empty history, in its place`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112"), row("110", 2023, line: 3)])
            let histories = try await store.histories(of: [lonely, wmo])
            #expect(histories.map(\.key) == [lonely, wmo])
            #expect(histories.map { $0.observations.map(\.value.description) } == [[], ["110", "112"]])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the same value again changes nothing`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112")])
            try await store.judgeEverything()
            let result = try await store.take(header("b"), [row("112.0")])
            #expect(
                result.isAccepted && result.tally.unchanged == 1 && result.tally.taken == 0 && result.tally.revised == 0
            )
            #expect(try await store.history(of: wmo).latest?.importHash == "a")
            #expect(try await store.keysToJudge().isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `another value is a revision, and the older one stays readable`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112", source: "CBS")])
            try await store.judgeEverything()
            let later = start.adding(seconds: 60)
            let result = try await store.take(header("b", at: later), [row("107.5")])
            #expect(result.tally.revised == 1 && result.tally.taken == 0)
            let revision = RevisedValue(
                series: wmo,
                period: try year(2024),
                old: try decimal("112"),
                new: try decimal("107.5")
            )
            #expect(result.tally.revisions == [revision])
            let all = try await store.revisions(of: wmo, period: try year(2024))
            #expect(all.map(\.value.description) == ["112", "107.5"])
            #expect(all.map(\.revision) == [1, 2])
            #expect(all.map(\.importHash) == ["a", "b"])
            #expect(all.map(\.recordedAt) == [start, later])
            #expect(all.map(\.observation.source) == ["CBS", nil])
            #expect(try await store.history(of: wmo).observations == [all[1]])
            #expect(try await store.keysToJudge() == [wmo])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `another status with the same value is kept, but is no other value`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112", status: .provisional, source: "CBS")])
            try await store.judgeEverything()
            let result = try await store.take(header("b"), [row("112")])
            #expect(result.tally.revised == 1 && result.tally.revisions.isEmpty)
            #expect(result.tally.amended.items.map(\.changed) == [[.status]])
            #expect(result.tally.amended.items.map(\.isProvisional) == [false])
            let all = try await store.revisions(of: wmo, period: try year(2024))
            #expect(all.map(\.observation.status) == [.provisional, .definitive])
            // The second file is silent about the source; that does not take it back.
            #expect(all.map(\.observation.source) == ["CBS", "CBS"])
            #expect(try await store.keysToJudge() == [wmo])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `new, known, changed and doubled rows may stand in any order`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let years = 2000..<2100
            // Every seventh year is known, every fourteenth with another value.
            let known = try years.filter { $0 % 7 == 0 }.map { try row($0 % 14 == 0 ? "1" : "\($0)", $0) }
            try await store.take(header("a"), known)
            // Every fifth row has a source, every eleventh is doubled: at once, and again at the end.
            let rows = try years.flatMap { year in
                let one = try row("\(year)", year, line: year, source: year % 5 == 0 ? "CBS" : nil)
                return year % 11 == 0 ? [one, try row("\(year)", year, line: year + 1000)] : [one]
            }
            let doubled = try years.filter { $0 % 11 == 0 }.map { try row("\($0)", $0, line: $0 + 2000) }
            let result = try await store.take(header("b"), rows + doubled)
            #expect(result.isAccepted && result.tally.rows == 118)
            #expect(result.tally.taken == 86 && result.tally.skips[.duplicateInFile]?.count == 18)
            // A source where there was none is a change too.
            let sourced = years.filter { $0 % 7 == 0 && $0 % 14 != 0 && $0 % 5 == 0 }.count
            #expect(result.tally.revisions.count == years.filter { $0 % 14 == 0 }.count)
            #expect(result.tally.revised == result.tally.revisions.count + sourced)
            #expect(result.tally.taken + result.tally.revised + result.tally.unchanged + 18 == 118)
            let history = try await store.history(of: wmo)
            #expect(history.observations.map(\.value) == years.map { ExactDecimal($0) })
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the same content is taken in once`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            #expect(try await store.acceptedImport(hash: "a") == nil)
            try await store.take(header("a"), [row("112")])
            let accepted = AcceptedImport(fileName: "a.csv", at: start)
            #expect(try await store.acceptedImport(hash: "a") == accepted)
            let again = try await store.take(header("a", at: start.adding(seconds: 9)), [row("112")])
            #expect(again.isRepeated(of: accepted))
            #expect(try await store.history(of: wmo).latest?.value == decimal("112"))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `refused content may come again`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.record(refusal: header("a"), reason: .notACSV)
            try await store.record(refusal: header("a"), reason: .unknownIndicator)
            #expect(try await store.acceptedImport(hash: "a") == nil)
            #expect(try await store.take(header("a"), [row("112")]).isAccepted)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what a receipt has to tell is committed with the rows`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a", claim: "1"), [row("112"), row("5", 2023, line: 3)])
            let rows: [RowOutcome] = [
                try row("113"), try row("5", 2023, line: 3), try row("6", 2022, line: 4),
                .skipped(RowSkip(line: 5, reason: .noValue)),
                .fault(RowFault(.unknownArea, line: 6, column: "gebied", cell: "x", detail: .nearest("Dronten"))),
            ]
            let later = start.adding(seconds: 9)
            let header = header("b", at: later, setsFaultyRowsAside: true, claim: "2")
            let outcome = try await store.take(header, rows)
            #expect(outcome.tally.revisions.count == 1 && outcome.tally.faults.count == 1)
            let committed = try await store.committedImport(of: "2")
            #expect(committed == CommittedImport(hash: "b", at: later, tally: outcome.tally))
            #expect(try await store.committedImport(of: "1")?.tally.taken == 2)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a value that is far from the last one is questioned, until somebody says that it is right`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [plausible("25.3", 2023), plausible("24.1", 2024, line: 3)])
            // More rows than go in at once, and the last of them questioned: nothing of the file is kept.
            let years = try (1990..<2015).map { try plausible("\($0 - 1970)", $0, line: $0) }
            let refused = try await store.take(header("b"), years + [plausible("0.271", 2025, line: 9999)])
            #expect(!refused.isAccepted && refused.tally.faults.map(\.reason) == [.implausible])
            #expect(refused.tally.faults.first?.line == 9999)
            #expect(try await store.take(header("c"), [row("0.271", 2025)]).isAccepted)
            // What is known need not be confirmed again, and what follows it is held against it.
            let again = try await store.take(header("d"), [plausible("0.271", 2025), plausible("0.3", 2026, line: 3)])
            #expect(again.isAccepted && again.tally.unchanged == 1 && again.tally.taken == 1)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a value is held against the rows above it too`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let rows = try [plausible("25", 2022), plausible("26", 2023, line: 3), plausible("0.27", 2024, line: 4)]
            let aside = header("a", setsFaultyRowsAside: true)
            let outcome = try await store.take(aside, rows)
            #expect(outcome.isAccepted && outcome.tally.taken == 2)
            #expect(outcome.tally.faults.map(\.line) == [4] && outcome.tally.faults.map(\.reason) == [.implausible])
            let latest = try await store.history(of: wmo).latest
            #expect(latest?.period == (try year(2023)))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a row that somebody confirmed counts for the rows below it, a value that is taken back does not`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [plausible("46", 2022)])
            let rows = try [row("4700", 2023), plausible("4750", 2024, line: 3)]
            #expect(try await store.take(header("b"), rows).isAccepted)
            let back = WithdrawnRow(line: 3, series: wmo, period: try year(2024), why: "typefout")
            let more = try [plausible("4800", 2025), .withdrawn(back), plausible("4900", 2026, line: 4)]
            #expect(try await store.take(header("c"), more).isAccepted)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `taking back what was never brought makes no series`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let nowhere = SeriesKey(indicator: "wmo", area: "BU03030101")
            let row = WithdrawnRow(line: 2, series: nowhere, period: try year(2024), why: "typefout")
            let outcome = try await store.take(header("a"), [.withdrawn(row)])
            #expect(outcome.tally.skips[.nothingToWithdraw]?.count == 1)
            #expect(try await !store.allSeries().contains(nowhere))
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `the same file after its period has ended makes the value definitive`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let period = try year(2026)
            let running = Observation(period: period, value: try #require(ExactDecimal("30")), status: .provisional)
            let over = Observation(period: period, value: try #require(ExactDecimal("30")))
            let first = ObservedRow(line: 2, series: wmo, observation: running, isUnfinished: true)
            try await store.take(header("a"), [.observed(first)])
            try await store.take(header("a"), [.observed(ObservedRow(line: 2, series: wmo, observation: over))])
            #expect(try await store.history(of: wmo).latest?.observation.status == .definitive)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a file of which every row would be set aside is refused`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            let fault = RowOutcome.fault(RowFault(.unknownIndicator, line: 2))
            let skip = RowOutcome.skipped(RowSkip(line: 3, reason: .noValue))
            let outcome = try await store.take(header("a", setsFaultyRowsAside: true), [fault, skip])
            #expect(!outcome.isAccepted)
            #expect(try await store.acceptedImport(hash: "a") == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what is told in one line, and what is provisional by its period, is committed too`(
        _ subject: StoreUnderTest
    ) async throws {
        try await subject.run { store in
            let others = (3...9).map { RowOutcome.fault(RowFault(.areaRefused, line: $0, cell: "GM0358")) }
            let header = header("a", setsFaultyRowsAside: true, claim: "1")
            let outcome = try await store.take(header, [plausible("25", 2026, isUnfinished: true)] + others)
            #expect(outcome.tally.unfinished == 1 && outcome.tally.faults.count == 1 && outcome.tally.faultCount == 7)
            #expect(try await store.committedImport(of: "1")?.tally == outcome.tally)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `of a refusal or a dry run nothing is committed`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.record(refusal: header("a", claim: "1"), reason: .notACSV)
            try await store.take(header("b", claim: "2"), [.fault(RowFault(.unknownArea))])
            try await store.take(header("c", isDryRun: true, claim: "3"), [row("112")])
            for claim in ["1", "2", "3", "4"] { #expect(try await store.committedImport(of: claim) == nil) }
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `a dry run tells what would happen, and keeps nothing`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            try await store.take(header("a"), [row("112")])
            try await store.judgeEverything()
            let result = try await store.take(
                header("b", isDryRun: true),
                [row("107"), row("5", of: lonely, line: 3)]
            )
            #expect(result.isAccepted && result.tally.taken == 1 && result.tally.revised == 1)
            #expect(try await store.acceptedImport(hash: "b") == nil)
            #expect(try await store.allSeries() == [wmo])
            #expect(try await store.history(of: wmo).latest?.value == decimal("112"))
            #expect(try await store.keysToJudge().isEmpty)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func `what reading throws is thrown on, and nothing is kept`(_ subject: StoreUnderTest) async throws {
        try await subject.run { store in
            await #expect(throws: FileFault(.nulByte)) {
                try await store.record(
                    import: header("a"),
                    rows: { throw FileFault(.nulByte) },
                    dependants: { _ in [] }
                )
            }
            let accepted = try await store.acceptedImport(hash: "a")
            #expect(accepted == nil)
        }
    }
}
