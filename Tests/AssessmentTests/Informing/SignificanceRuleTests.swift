import Indicators
import Testing

@testable import Assessment

@Suite("The rule significance")
struct SignificanceRuleTests {
    private static func observation(
        _ period: String,
        _ value: String,
        _ interval: (String, String)? = nil,
        size: Int? = nil
    ) throws -> RecordedObservation {
        let range = try interval.map {
            ValueRange(minimum: try Sample.number($0.0), maximum: try Sample.number($0.1))
        }
        return RecordedObservation(
            Observation(
                period: try Sample.period(period),
                value: try Sample.number(value),
                interval: range,
                sampleSize: size
            ),
            revision: 1,
            importHash: "hash",
            recordedAt: Instant(seconds: 0)
        )
    }

    private static func evidence(
        _ observations: [RecordedObservation],
        _ better: Better = .lower,
        targets: [String] = [],
        area: AreaCode = "GM0303",
        breaks: [SeriesBreak] = []
    ) throws -> SignificanceEvidence {
        let series = SeriesSubject(
            indicator: Sample.indicator(.percent, better, breaks: breaks),
            history: SeriesHistory(key: SeriesKey(indicator: "wmo", area: area), observations: observations),
            targets: try targets.enumerated().map { try Sample.target($1, "2024", goal: $0 == 0 ? nil : "6N-\($0)") }
        )
        return try SignificanceRule().evidence(for: series)
    }

    @Test(
        arguments: [
            ("<25,3%", "27.1", ("25.6", "28.7"), .above, true),
            ("<25,3%", "25.0", ("23.9", "26.1"), .notDistinguishable, nil),
            ("<25,3%", "20.0", ("18.9", "21.1"), .below, false),
            ("<25,3%", "26.4", ("25.3", "27.5"), .notDistinguishable, nil),
            ("≥25,3%", "20.0", ("18.9", "21.1"), .below, true), ("≥25,3%", "27.1", ("25.6", "28.7"), .above, false),
        ] as [(String, String, (String, String), SignificanceReason, Bool?)]
    )
    func `a published interval beside the target; one that touches it does not tell them apart`(
        target: String,
        value: String,
        interval: (String, String),
        reason: SignificanceReason,
        isWorse: Bool?
    ) throws {
        let evidence = try Self.evidence(
            [try Self.observation("2024", value, interval, size: 5)],
            target.hasPrefix("<") ? .lower : .higher,
            targets: [target]
        )
        #expect(evidence.reason == reason && evidence.leading?.isWorse == isWorse && evidence.margin?.sampleSize == nil)
    }

    @Test func `the sentence has the interval, the target, and whether it is good or bad`() throws {
        let published = try Self.evidence(
            [try Self.observation("2024", "27.1", ("25.6", "28.7"))],
            targets: ["<25,3%", "<26%"]
        )
        #expect(
            published.lines(.percent) == [
                "27,1% over 2024, interval van 25,6% tot 28,7%: significant boven de streefwaarde < 25,3% "
                    + "(2024); dat is ongunstig",
                "27,1% over 2024, interval van 25,6% tot 28,7%: niet te onderscheiden van de streefwaarde "
                    + "< 26% (doel 6N-1, 2024)",
                "interval zoals gepubliceerd",
            ]
        )
    }

    @Test func `without a published interval a percentage of respondents has that of Wilson`() throws {
        let evidence = try Self.evidence(
            [try Self.observation("2024", "76.5", size: 2000)],
            .higher,
            targets: ["≥74,5%"]
        )
        #expect(
            evidence.lines(.percent) == [
                "76,5% over 2024, 95%-interval van 74,15% tot 78,7%: niet te onderscheiden van de streefwaarde "
                    + "≥ 74,5% (2024)",
                "interval volgens Wilson: 2000 respondenten, ontwerpeffect 1,5",
            ]
        )
        #expect(
            try Self.evidence([try Self.observation("2024", "76.5", size: 2000)], .higher, targets: ["≥74%"]).reason
                == .above
        )
    }

    @Test func `what is told of neighbourhoods is no sample, unless it has an interval`() throws {
        let sampled = [try Self.observation("2024", "76.5", size: 2000)]
        #expect(try Self.evidence(sampled, targets: ["<70%"], area: "WK030301").reason == .noMargin)
        let published = [try Self.observation("2024", "76.5", ("74", "79"))]
        #expect(try Self.evidence(published, targets: ["<70%"], area: "WK030301").reason == .above)
    }

    @Test func `two surveys are compared by their standard errors, not by whether their intervals overlap`() throws {
        let surveys = try [
            Self.observation("2020", "45.2", ("42.652", "47.748")),
            Self.observation("2024", "48.9", ("46.548", "51.252")),
        ]
        let evidence = try Self.evidence(surveys)
        let errors = try Sample.number("2.09")
        #expect(evidence.reason == .higherThanBefore && evidence.before?.statistic == errors)
        #expect(
            evidence.lines(.percent)[0]
                == "48,9% over 2024, interval van 46,548% tot 51,252%: significant hoger dan 45,2% over 2020; "
                + "dat is ongunstig"
        )
        let alike = try [Self.observation("2020", "47", size: 1000), Self.observation("2024", "48.9", size: 1000)]
        #expect(try Self.evidence(alike).reason == .notDifferent)
        #expect(
            try Self.evidence(alike).lines(.percent)[0].hasSuffix(": het verschil met 47% over 2020 kan toeval zijn")
        )
        let broken = try Self.evidence(surveys, breaks: [try Sample.broken("2022-01-01")])
        #expect(broken.before == nil && broken.reason == .nothingToCompare)
    }

    @Test func `a figure without a margin says nothing, and explain is silent of it`() throws {
        let evidence = try Self.evidence([try Self.observation("2024", "27.1")], targets: ["<25,3%"])
        #expect(evidence.reason == .noMargin && evidence.isIdle && evidence.statusJSON == nil)
        #expect(try Self.evidence([]).isIdle)
    }
}
