import Indicators
import Testing

@Suite("What may be told of values that count persons")
struct DisclosureTests {
    /// A table of values in one year: the area, the breakdown, the value and what it is a share of.
    private struct Cell {
        let area: String
        var breakdown = ""
        let value: String
        var base: Int?
    }

    private static func indicator(
        _ id: IndicatorID,
        unit: MeasureUnit = .count,
        counts: Set<Counted> = [.persons],
        derivation: Derivation? = nil,
        hideBelow: Int? = nil
    ) -> Indicator {
        Indicator(
            id: id,
            title: "T",
            unit: unit,
            better: .lower,
            cadence: Cadence(.year, dueDays: 90),
            programme: "p",
            package: "A",
            derivation: derivation,
            counts: counts,
            hideBelow: hideBelow
        )
    }

    private static func register(_ indicators: [Indicator]) -> IndicatorRegister {
        IndicatorRegister(programmes: [], indicators: indicators, paths: [:], areaNames: [:])
    }

    private static func history(_ id: IndicatorID, _ cell: Cell) throws -> SeriesHistory {
        let key = SeriesKey(
            indicator: id,
            area: AreaCode(cell.area),
            breakdown: try #require(Breakdown(cell.breakdown))
        )
        let observation = Observation(
            period: try #require(Period("2026")),
            value: try #require(ExactDecimal(cell.value)),
            sampleSize: cell.base
        )
        let recorded = RecordedObservation(observation, revision: 1, importHash: "a", recordedAt: Instant(seconds: 0))
        return SeriesHistory(key: key, observations: [recorded])
    }

    /// The areas and breakdowns whose value of that year is hidden.
    private static func hidden(_ indicator: Indicator, _ cells: [Cell]) throws -> [String] {
        let histories = try cells.map { try history(indicator.id, $0) }
        let disclosure = Disclosure(PersonCounts(register([indicator]), limits: CountLimits()), histories: histories)
        return histories.map(\.key).filter { !disclosure.hiddenPeriods(of: $0).isEmpty }
            .map { $0.breakdown == .total ? "\($0.area)" : "\($0.area)/\($0.breakdown)" }.sorted()
    }

    private static func areas(_ values: [(String, String)]) -> [Cell] {
        values.map { Cell(area: $0.0, value: $0.1) }
    }

    // MARK: One value

    @Test(
        "a count of persons is hidden above zero and below ten",
        arguments: [("0", false), ("1", true), ("7", true), ("9", true), ("10", false), ("112", false), ("9.5", true)]
    )
    func count(value: String, isHidden: Bool) throws {
        let found = try Self.hidden(Self.indicator("a"), Self.areas([("GM0303", value)]))
        #expect(found.isEmpty != isHidden)
    }

    @Test("an indicator may have its own threshold", arguments: [(5, "7", false), (5, "4", true), (20, "12", true)])
    func ownThreshold(threshold: Int, value: String, isHidden: Bool) throws {
        let found = try Self.hidden(Self.indicator("a", hideBelow: threshold), Self.areas([("GM0303", value)]))
        #expect(found.isEmpty != isHidden)
    }

    @Test(
        "a share is hidden where it is of too few, or stands for too few",
        arguments: [
            ("12.5", 49, true), ("0", 49, true), ("20", 50, false), ("12.5", 50, true), ("2", 400, true),
            ("2.5", 400, false), ("0", 400, false), ("12.5", nil, false),
        ] as [(String, Int?, Bool)]
    )
    func share(value: String, base: Int?, isHidden: Bool) throws {
        let cell = Cell(area: "GM0303", value: value, base: base)
        #expect(try Self.hidden(Self.indicator("a", unit: .percent), [cell]).isEmpty != isHidden)
    }

    @Test("where nothing counts persons nothing is hidden")
    func nothingCounts() throws {
        for counts in [[], [.events]] as [Set<Counted>] {
            #expect(try Self.hidden(Self.indicator("a", counts: counts), Self.areas([("GM0303", "7")])).isEmpty)
        }
        #expect(Disclosure.exact.isExact && PersonCounts.none.isEmpty)
    }

    @Test("a feed may say it of what it brings, and of all that its rows are about")
    func feeds() throws {
        let register = Self.register([Self.indicator("a", counts: []), Self.indicator("b", counts: [])])
        let year = try #require(Period("2026"))
        let (own, other) = (SeriesKey(indicator: "a", area: "GM0303"), SeriesKey(indicator: "b", area: "GM0303"))
        let named = PersonCounts(register, limits: CountLimits(), feeds: ["a"])
        #expect(named.contains(own) && !named.contains(other))
        let brought = PersonCounts(register, limits: CountLimits()).with(series: [other])
        #expect(!brought.contains(own) && brought.contains(other))
        let none = Disclosure(PersonCounts(register, limits: CountLimits()), histories: [])
        #expect(none.isExact && !none.hides(ExactDecimal(7), in: year, own))
        #expect(none.ofPersons(true).hides(ExactDecimal(7), in: year, own))
        #expect(!none.ofPersons(true).hides(ExactDecimal(70), in: year, own))
    }

    // MARK: The parts of one total

    struct Table: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let values: [(String, String)]
        let hidden: [String]
    }

    static let tables = [
        Table(
            testDescription: "one small part: the next smallest is hidden too",
            values: [("GM0303", "147"), ("WK030301", "7"), ("WK030302", "40"), ("WK030303", "100")],
            hidden: ["WK030301", "WK030302"]
        ),
        Table(
            testDescription: "two small parts that come to ten together are enough",
            values: [("GM0303", "112"), ("WK030301", "7"), ("WK030302", "5"), ("WK030303", "100")],
            hidden: ["WK030301", "WK030302"]
        ),
        Table(
            testDescription: "two parts that come to less than ten are not: their sum says nearly all",
            values: [("GM0303", "142"), ("WK030301", "1"), ("WK030302", "1"), ("WK030303", "40"), ("WK030304", "100")],
            hidden: ["WK030301", "WK030302", "WK030303"]
        ),
        Table(
            testDescription: "without the total it is so too: others may publish it",
            values: [("WK030301", "7"), ("WK030302", "40"), ("WK030303", "100")],
            hidden: ["WK030301", "WK030302"]
        ),
        Table(
            testDescription: "a part of nought is shown",
            values: [("GM0303", "16"), ("WK030301", "7"), ("WK030302", "9"), ("WK030303", "0")],
            hidden: ["WK030301", "WK030302"]
        ),
        Table(
            testDescription: "a total that one part makes up goes with it",
            values: [("GM0303", "9"), ("WK030301", "9")],
            hidden: ["GM0303", "WK030301"]
        ),
        Table(
            testDescription: "a total of more than its one known part stays",
            values: [("GM0303", "100"), ("WK030301", "7")],
            hidden: ["WK030301"]
        ),
        Table(
            testDescription: "all parts are large: nothing is hidden",
            values: [("GM0303", "30"), ("WK030301", "10"), ("WK030302", "20")],
            hidden: []
        ),
        Table(
            testDescription: "what is hidden as a part is protected by its own parts",
            values: [
                ("GM0303", "147"), ("WK030301", "7"), ("WK030302", "40"), ("WK030303", "100"), ("BU03030201", "25"),
                ("BU03030202", "15"),
            ],
            hidden: ["BU03030202", "WK030301", "WK030302"]
        ),
        Table(
            testDescription: "neighbourhoods without districts are parts of the municipality",
            values: [("GM0303", "57"), ("BU03030101", "7"), ("BU03030201", "20"), ("BU03030202", "30")],
            hidden: ["BU03030101", "BU03030201"]
        ),
        Table(
            testDescription: "municipalities are no parts of one another",
            values: [("GM0303", "7"), ("GM0995", "40"), ("GM0171", "100")],
            hidden: ["GM0303"]
        ),
    ]

    @Test("nothing hidden follows from the parts of one total", arguments: tables)
    func totals(table: Table) throws {
        #expect(try Self.hidden(Self.indicator("a"), Self.areas(table.values)) == table.hidden)
    }

    @Test("the members of each breakdown are parts of everybody")
    func breakdowns() throws {
        let cells = [
            Cell(area: "GM0303", value: "147"), Cell(area: "GM0303", breakdown: "leeftijd=0-11", value: "7"),
            Cell(area: "GM0303", breakdown: "leeftijd=12-17", value: "40"),
            Cell(area: "GM0303", breakdown: "leeftijd=18+", value: "100"),
            Cell(area: "GM0303", breakdown: "geslacht=man", value: "70"),
            Cell(area: "GM0303", breakdown: "geslacht=vrouw", value: "77"),
        ]
        let hidden = try Self.hidden(Self.indicator("a"), cells)
        #expect(hidden == ["GM0303/leeftijd=0-11", "GM0303/leeftijd=12-17"])
    }

    @Test("no hidden part can be worked out, whatever the table", arguments: 0..<200)
    func soundness(seed: Int) throws {
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let parts = (1...(2 + next(5))).map { ("WK03030\($0)", next(3) == 0 ? next(12) : next(200)) }
        let sum = parts.reduce(0) { $0 + $1.1 }
        let cells = Self.areas([("GM0303", "\(sum)")] + parts.map { ($0.0, "\($0.1)") })
        let hidden = Set(try Self.hidden(Self.indicator("a"), cells))
        let secret = parts.filter { hidden.contains($0.0) }
        for part in parts where (1..<10).contains(part.1) { #expect(hidden.contains(part.0)) }
        guard !secret.isEmpty, !hidden.contains("GM0303") else { return }
        // The total minus what is shown gives the hidden ones together, and nothing more.
        #expect(secret.count >= 2 && secret.reduce(0) { $0 + $1.1 } >= 10, "\(parts)")
    }

    // MARK: What is made of them

    private static func derived(_ operation: Derivation.Operation, unit: MeasureUnit) -> Indicator {
        indicator("x", unit: unit, counts: [], derivation: Derivation(operation, of: ["a", "b"], decimals: 1))
    }

    private static func hidden(
        _ operation: Derivation.Operation,
        unit: MeasureUnit,
        _ values: (a: String, b: String, x: String)
    ) throws -> [String] {
        let indicators = [indicator("a"), indicator("b"), derived(operation, unit: unit)]
        let cells: [(IndicatorID, String)] = [("a", values.a), ("b", values.b), ("x", values.x)]
        let histories = try cells.map { try history($0.0, Cell(area: "GM0303", value: $0.1)) }
        let disclosure = Disclosure(PersonCounts(register(indicators), limits: CountLimits()), histories: histories)
        return histories.map(\.key).filter { !disclosure.hiddenPeriods(of: $0).isEmpty }.map { "\($0.indicator)" }
    }

    @Test("a rate of a hidden count is hidden, and one of counts that are shown is shown")
    func rates() throws {
        #expect(try Self.hidden(.ratio(per: 1000), unit: .perThousand, ("7", "1400", "5")) == ["a", "x"])
        #expect(try Self.hidden(.ratio(per: 1000), unit: .perThousand, ("70", "1400", "50")).isEmpty)
        #expect(try Self.hidden(.mean, unit: .count, ("7", "15", "11")) == ["a", "x"])
    }

    @Test("a sum is a total with its parts, and a difference a part of what it was taken from")
    func sums() throws {
        #expect(try Self.hidden(.sum, unit: .count, ("7", "40", "47")) == ["a", "b"])
        #expect(try Self.hidden(.sum, unit: .count, ("30", "40", "70")).isEmpty)
        #expect(try Self.hidden(.difference, unit: .count, ("47", "40", "7")) == ["b", "x"])
    }
}
