import Catalogue
import Indicators
import TestSupport
import Testing

/// The name of everything that judging an indicator depends on.
@Suite struct FingerprintTests {
    private static func fingerprint(_ small: SmallConfiguration, of id: IndicatorID = "een") throws -> String {
        try small.load().fingerprint(of: id)
    }

    @Test func `it is the same in every run`() throws {
        let fingerprint = try Self.fingerprint(SmallConfiguration())
        #expect(fingerprint == "febcc38688790bef")
        #expect(try Self.fingerprint(SmallConfiguration(), of: "geen") == "")
    }

    @Test(
        arguments: [
            (
                "unit: \"%\"\n        better: lower\n        cadence: year\n        due: 180 days\n        targets",
                "unit: \"%\"\n        better: higher\n        cadence: year\n        due: 180 days\n        targets"
            ),
            ("due: 180 days", "due: 181 days"),
            ("cadence: year", "every: 2\n        cadence: year"),
            ("cadence: year", "first: 2026\n        cadence: year"),
            ("title: Een", "title: Een\n        maximum: \"99\""),
            ("title: Een", "title: Een\n        tolerance: 3%"),
            ("\"24,3%\"", "\"24,2%\""),
            ("\"24,3%\"", "\"<24,3%\""),
            ("2026: \"24,3%\"", "2027: \"24,3%\""),
            ("\"<25,3%\"", "\"≤25,3%\""),
            ("2025: Nb", "2025: \"-\""),
            ("title: Een", "title: Een\n        target_from: 2025"),
            ("id: A-1", "id: A-2"),
            // Of a year with a dash nothing is awaited.
            ("2025: Nb", "2025: \"-\""),
            ("2026: \"24,3%\"}", "2026: \"24,3%\"}\n        level: true"),
            ("2026: \"24,3%\"}", "2026: \"24,3%\"}\n        planned: false"),
            ("due: 180 days", "due: 180 days from start"),
            ("due: 180 days", "due: 180 workdays"),
            ("due: 180 days", "due: 1 november"),
            ("GM0303", "GM0171"),
            ("title: Een", "title: Een\n        derived: {mean: [twee]}"),
        ])
    func `it changes where the judgement may`(old: String, new: String) throws {
        let small = try SmallConfiguration()
        #expect(small.replacing(old, with: new).programme != small.programme)
        #expect(try Self.fingerprint(small.replacing(old, with: new)) != Self.fingerprint(small))
    }

    @Test(
        arguments: [
            ("title: Een", "title: Eén"), ("title: Een", "title: Een\n        notes: [Een noot]"),
            ("title: Een", "title: Een\n        tolerance: 10,0%"),
            ("title: Een", "title: Een\n        maximum: \"100\""),
            ("In 2026 is", "In 2026 was"), ("id: twee", "id: drie"),
            ("programme: klein", "programme: groot"),
        ])
    func `it stays where the judgement stays`(old: String, new: String) throws {
        let small = try SmallConfiguration()
        #expect(small.replacing(old, with: new).programme != small.programme)
        #expect(try Self.fingerprint(small.replacing(old, with: new)) == Self.fingerprint(small))
    }

    @Test(arguments: ["timezone: UTC\n", "rules: {target: {tolerance: 2%}}\n"])
    func `it changes with the zone and the general tolerance`(more: String) throws {
        var changed = try SmallConfiguration()
        changed.configuration += more
        #expect(try Self.fingerprint(changed) != Self.fingerprint(SmallConfiguration()))
    }

    @Test func `a general tolerance does not touch an indicator with its own`() throws {
        let own = try SmallConfiguration().replacing("title: Een", with: "title: Een\n        tolerance: 3%")
        var changed = own
        changed.configuration += "rules: {target: {tolerance: 2%}}\n"
        #expect(try Self.fingerprint(changed) == Self.fingerprint(own))
    }
}
