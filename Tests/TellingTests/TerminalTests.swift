import Assessment
import DigestSamples
import Foundation
import Indicators
import Telling
import Testing

@Suite("What is shown on a terminal")
struct TerminalTests {
    private static let now = Sample.at("2027-02-01 08:00")

    private static func assessment(_ id: IndicatorID, _ value: String?) throws -> SeriesAssessment {
        let observation = try value.map { value in
            RecordedObservation(
                Observation(period: try #require(Period("2026")), value: try #require(ExactDecimal(value))),
                revision: 1,
                importHash: nil,
                recordedAt: now
            )
        }
        let indicator = Indicator(
            id: id,
            title: "Wmo",
            unit: .perThousand,
            better: .lower,
            cadence: Cadence(.year, dueDays: 180),
            programme: "dronten",
            package: "6N"
        )
        let target = IndicatorTarget(
            indicator: id,
            goal: nil,
            period: try #require(Period("2026")),
            notation: try TargetNotation("<108")
        )
        let subject = SeriesSubject(
            indicator: indicator,
            history: SeriesHistory(
                key: SeriesKey(indicator: id, area: "GM0303"),
                observations: observation.map { [$0] } ?? []
            ),
            targets: [target]
        )
        return Assessor(rules: RuleSet(), zone: Sample.amsterdam).assess(subject, at: now)
    }

    private static func report() throws -> StatusReport {
        StatusReport(
            [
                try assessment("goed", "90"), try assessment("zonder-waarde-en-met-een-lange-naam", nil),
                try assessment("slecht", "150"),
            ],
            by: .exact,
            phrases: Phrases(.nl)
        )
    }

    private static func plain(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9]+m/, with: "") }

    @Test("has one line that counts, then the worst first")
    func order() throws {
        let lines = try Self.report().text(on: TerminalLayout(width: 200, isColoured: false)).split(separator: "\n")
        #expect(lines[0] == "3 reeksen: 1 rood, 0 oranje, 1 groen, 1 grijs (geen oordeel)")
        #expect(lines[2...].map { $0.prefix { $0 != " " } } == ["red", "grey", "green"])
    }

    @Test("fits the width, and loses no reason", arguments: [68, 72, 80, 100, 132, 200])
    func fits(width: Int) throws {
        let text = Self.plain(try Self.report().text(on: TerminalLayout(width: width, isColoured: true)))
        // The first line counts; a terminal breaks it where it must.
        for line in text.split(separator: "\n").dropFirst() { #expect(line.count <= width, "\(line)") }
        for reason in try Self.assessment("slecht", "150").reasons { #expect(text.contains(reason.description)) }
    }

    @Test("has colours only where they are wanted, and the word of each light always")
    func colours() throws {
        let painted = try Self.report().text(on: TerminalLayout(width: 120, isColoured: true))
        #expect(painted.contains("\u{1B}[31mred"))
        #expect(painted.contains("\u{1B}[32mgreen"))
        let plain = try Self.report().text(on: TerminalLayout(width: 120, isColoured: false))
        #expect(!plain.contains("\u{1B}"))
        #expect(Self.plain(painted) == plain)
        #expect(try !Self.report().text.contains("\u{1B}"))
    }

    @Test("is another thing than what scripts read, which stays in the order of the programmes")
    func scripts() throws {
        let lines = try Self.report().text.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[1].contains("goed") && lines[3].contains("slecht"))
    }

    @Test("is written for the control socket and read again", arguments: ["120", "80c", "1c"])
    func layout(text: String) {
        #expect(TerminalLayout(text)?.text == text)
    }

    @Test("is none where it cannot be read", arguments: ["", "c", "-3", "80x", "99999999999999"])
    func faultyLayout(text: String) {
        #expect(TerminalLayout(text) == nil)
    }
}
