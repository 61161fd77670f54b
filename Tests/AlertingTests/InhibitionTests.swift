import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

/// Which alerts are part of a larger one.
@Suite struct InhibitionTests {
    private static func key(
        _ area: AreaCode,
        _ breakdown: String = "",
        of indicator: IndicatorID = "wmo"
    ) throws
        -> SeriesKey
    {
        SeriesKey(indicator: indicator, area: area, breakdown: try #require(Breakdown(breakdown)))
    }

    private static func episode(
        _ area: AreaCode,
        _ breakdown: String = "",
        _ severity: Severity = .warning,
        _ reason: Reason = .targetMissed,
        rule: RuleName = .target,
        closed: Bool = false
    ) throws -> Episode {
        Sample.episode(Sample.facts(severity, reason), rule: rule, series: try key(area, breakdown), closed: closed)
    }

    private static func whole(of part: Episode, _ open: [Episode]) -> String? {
        Inhibition(open: open + [part]).whole(of: part)?.alert.series.description
    }

    @Test(
        arguments: [
            ("WK030301", "", "GM0303", "", true), ("BU03030101", "", "GM0303", "", true),
            ("BU03030101", "", "WK030301", "", true), ("GM0303", "leeftijd=65+", "GM0303", "", true),
            ("WK030301", "leeftijd=65+", "GM0303", "", true),
            ("WK030301", "leeftijd=65+", "GM0303", "leeftijd=65+", true),
            ("GM0303", "geslacht=vrouw,leeftijd=65+", "GM0303", "leeftijd=65+", true),
            // Another municipality or district, another part, and the whole itself.
            ("WK017101", "", "GM0303", "", false), ("BU03030101", "", "WK030302", "", false),
            ("GM0303", "leeftijd=65+", "GM0303", "leeftijd=18-64", false), ("GM0303", "", "WK030301", "", false),
            ("GM0303", "", "GM0303", "leeftijd=65+", false), ("GM0303", "", "NL01", "", false),
            ("WK030301", "", "GM0303", "leeftijd=65+", false),
        ] as [(AreaCode, String, AreaCode, String, Bool)]
    )
    func `a part has a smaller area or a smaller part of the population`(
        area: AreaCode,
        breakdown: String,
        wholeArea: AreaCode,
        wholeBreakdown: String,
        isPart: Bool
    ) throws {
        let whole = try Self.episode(wholeArea, wholeBreakdown)
        #expect((Self.whole(of: try Self.episode(area, breakdown), [whole]) != nil) == isPart)
    }

    @Test(
        arguments: [
            (Severity.warning, Severity.warning, true), (.warning, .critical, true), (.critical, .critical, true),
            (.critical, .warning, false),
        ])
    func `a part that is more serious than its whole is told apart`(
        part: Severity,
        whole: Severity,
        isPart: Bool
    ) throws {
        let found = Self.whole(of: try Self.episode("WK030301", "", part), [try Self.episode("GM0303", "", whole)])
        #expect((found != nil) == isPart)
    }

    @Test func `another reason, another rule or another indicator is told apart`() throws {
        let part = try Self.episode("WK030301")
        #expect(Self.whole(of: part, [try Self.episode("GM0303", "", .critical, .notYetReached)]) == nil)
        #expect(Self.whole(of: part, [try Self.episode("GM0303", "", .critical, rule: .ending)]) == nil)
        let other = Sample.episode(Sample.facts(), series: try Self.key("GM0303", of: "jeugd"))
        #expect(Self.whole(of: part, [other]) == nil)
    }

    @Test func `a whole that has ended does not speak for its parts`() throws {
        let part = try Self.episode("WK030301")
        #expect(Self.whole(of: part, [try Self.episode("GM0303", closed: true)]) == nil)
        // What is said last of an alert counts.
        let both = [try Self.episode("GM0303"), try Self.episode("GM0303", closed: true)]
        #expect(Self.whole(of: part, both) == nil)
        #expect(Self.whole(of: part, both.reversed()) == "wmo/GM0303")
    }

    @Test func `the nearest whole is found, past those that do not fit`() throws {
        let part = try Self.episode("BU03030101", "leeftijd=65+", .critical)
        let municipality = try Self.episode("GM0303", "", .critical)
        let district = try Self.episode("WK030301", "", .critical)
        let neighbourhood = try Self.episode("BU03030101", "", .critical)
        #expect(Self.whole(of: part, [municipality, district, neighbourhood]) == "wmo/BU03030101")
        #expect(Self.whole(of: part, [municipality, district]) == "wmo/WK030301")
        #expect(Self.whole(of: part, [municipality, try Self.episode("WK030301")]) == "wmo/GM0303")
        #expect(Self.whole(of: part, []) == nil)
    }
}
