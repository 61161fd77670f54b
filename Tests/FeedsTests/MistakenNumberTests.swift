import Feeds
import Indicators
import Testing

private let header = "indicator;periode;waarde"

private func number(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

@Suite("Numbers that are not what they seem")
struct MistakenNumberTests {
    static let decimalRows: [(String, IntakeReason?)] = [
        ("elders;2024;1.384", .thousandsOrDecimals), ("elders;2024;36.5", .tooManyDecimals), ("elders;2024;36.0", nil),
        ("elders;2024;1384", nil), ("saldo;2024;1.384", .thousandsOrDecimals),
        ("wachttijd;2024;7.125", .thousandsOrDecimals),
        ("wachttijd;2024;7.12", nil), ("wachttijd;2024;7.1250", nil), ("wachttijd;2024;0.125", nil),
        ("moeite-rondkomen;2024;1.384", nil), ("wmo-maatwerk;2024;1.384", nil), ("kinderen;2024;36.5", nil),
        ("kinderen;2024;36.55", .tooManyDecimals), ("ratio;2024;1.384", nil),
    ]

    @Test("a count with decimals, or with what may be a thousand, is refused", arguments: decimalRows)
    func decimals(_ row: String, _ reason: IntakeReason?) throws {
        let found = try outcomes(bytes("\(header);gebied\nmoeite-rondkomen;2023;36.5;\n\(row);GM0303\n"))
        #expect(found.last?.fault?.reason == reason)
        #expect(found.last?.observed == nil || reason == nil)
    }

    @Test("a bound that may be a thousand is refused too")
    func bounds() throws {
        let found = try outcomes(
            bytes("\(header);ondergrens;bovengrens\nsaldo;2023;36.5;;\nsaldo;2024;1400;1.384;1500\n")
        )
        #expect(found.last?.fault?.reason == .thousandsOrDecimals && found.last?.fault?.column == "ondergrens")
    }

    @Test("a decimal sign that the feed declares is believed")
    func declared() throws {
        let found = try outcome(header, "saldo;2024;1.384", profile: profile(decimalSign: .point))
        #expect(found?.observed?.observation.value == (try number("1.384")))
    }

    @Test("the sentences say what may be meant")
    func sentences() throws {
        let thousand = try outcomes(bytes("\(header)\nsaldo;2023;36.5\nsaldo;2024;1.384\n")).last?.fault
        #expect(
            thousand?.sentence().hasPrefix(
                "Regel 3, kolom waarde: '1.384' kan met duizendtallen of met decimalen bedoeld zijn. Bedoelt u 1384, "
            ) == true
        )
        let fraction = try outcomes(bytes("\(header)\nvrijwilligers;2024/2025;36,5\n")).last?.fault
        #expect(fraction?.sentence().contains("Deze indicator telt in hele getallen.") == true)
    }

    static let splitRows: [(String, String, Bool)] = [
        ("waarde,n", "moeite-rondkomen,2023,25,3", true), ("waarde,n", "moeite-rondkomen,2023,25,03", true),
        ("waarde,n", "moeite-rondkomen,2023,25,812", false), ("waarde,n", "moeite-rondkomen,2023,\"25\",3", false),
        ("waarde,n", "moeite-rondkomen,2023,25,", false), ("waarde,n", "vrijwilligers,2023/2024,25,3", false),
        ("waarde,bron", "moeite-rondkomen,2023,25,3", true), ("waarde,bron", "moeite-rondkomen,2023,25,CBS", false),
        ("waarde,gebied", "moeite-rondkomen,2023,25,3", true), ("waarde,eenheid", "moeite-rondkomen,2023,25,3", true),
        ("waarde,ondergrens,bovengrens", "moeite-rondkomen,2023,25,24,26", false),
        ("waarde,ondergrens,bovengrens", "moeite-rondkomen,2023,25,3,", true),
        ("waarde,n", "moeite-rondkomen,2023,-25,3", true), ("waarde,n", "moeite-rondkomen,2023,Nb,3", false),
    ]

    @Test("an unquoted decimal comma among commas is named as what it is", arguments: splitRows)
    func split(_ columns: String, _ row: String, _ isSplit: Bool) throws {
        let fault = try outcome("indicator,periode,\(columns)", row)?.fault
        #expect((fault?.reason == .decimalCommaUnquoted) == isSplit)
        if isSplit {
            #expect(fault?.sentence().contains("Waarschijnlijk staan er getallen met een decimale komma in") == true)
        }
    }

    @Test("two fields are two fields where another number shows how the file writes decimals")
    func settled() throws {
        let text = "indicator,periode,waarde,n\nmoeite-rondkomen,2022,25.3,9\nmoeite-rondkomen,2023,25,3\n"
        let found = try outcomes(bytes(text))
        #expect(found.compactMap(\.observed?.observation.sampleSize) == [9, 3])
    }

    @Test(
        "the status says that a value is right all the same",
        arguments: [
            ("bevestigd", ObservationStatus.definitive, true), ("Bevestigd", .definitive, true),
            ("voorlopig bevestigd", .provisional, true), ("confirmed", .definitive, true), ("", .definitive, false),
            ("voorlopig", .provisional, false),
        ]
    )
    func confirmed(_ word: String, _ status: ObservationStatus, _ isConfirmed: Bool) throws {
        let row = try #require(try outcome("\(header);status", "moeite-rondkomen;2024;25;\(word)")?.observed)
        #expect(row.observation.status == status)
        #expect((row.plausible == nil) == isConfirmed)
    }
}

@Suite("A value after the one before it")
struct PlausibilityTests {
    static let steps: [(String, MeasureUnit, String, String, Bool)] = [
        ("a fraction for a percentage", .percent, "25.3", "0.271", false),
        ("a percentage for a fraction", .percent, "0.271", "25.3", false),
        ("exactly ten times as small", .percent, "25.3", "2.53", true),
        ("small percentages", .percent, "0.02", "0.7", true),
        ("as good as gone", .percent, "9", "0.09", true), ("from nothing", .percent, "0", "9.5", true),
        ("to nothing", .percent, "25.3", "0", false), ("a small count", .count, "1", "12", true),
        ("a count from nothing", .count, "0", "100", true), ("a count from nothing to much", .count, "0", "388", false),
        ("to nothing from few", .count, "60", "0", true), ("thousands", .count, "1384", "1", false),
        ("per thousand", .perThousand, "108", "0.108", false), ("an amount in euros", .euro, "1755", "1755000", false),
        ("an amount from nothing", .euro, "0", "1755000", true), ("another sign", .euro, "-12", "15", true),
        ("another size and sign", .euro, "-12", "150", false),
        ("more digits than can be multiplied", .euro, "999999999999999999", "199999999999999999", true),
    ]

    @Test("is questioned where it is ten times as much or as little", arguments: steps)
    func changes(_ name: String, _ unit: MeasureUnit, _ last: String, _ value: String, _ isAllowed: Bool) throws {
        let change = try #require(indicator(unit).plausibleChange(inParts: false))
        let (last, value) = (try #require(ExactDecimal(last)), try #require(ExactDecimal(value)))
        #expect(change.allows(value, after: last) == isAllowed)
    }

    @Test(
        "twice as much is allowed by the narrowest bound, and more is not",
        arguments: [("2", "5"), ("5", "2"), ("0", "3")]
    )
    func narrowest(_ last: String, _ value: String) throws {
        let change = PlausibleChange(times: 2, floor: 1)
        #expect(!change.allows(try #require(ExactDecimal(value)), after: try #require(ExactDecimal(last))))
        #expect(change.allows(ExactDecimal(4), after: ExactDecimal(2)) && change.allows(.zero, after: .zero))
    }

    static let fractions: [(String, String?, String?)] = [
        ("0.45", "36", "45"), ("0.253", "24.3", "25.3"), ("1", "95", "100"), ("0.45", nil, nil), ("45", "36", nil),
        ("0.05", "36", nil), ("0.9", "2", nil), ("0", "36", nil), ("-0.4", "36", nil),
    ]

    @Test("that is the first is questioned where it looks like a part of one for a percentage", arguments: fractions)
    func fraction(_ value: String, _ target: String?, _ meant: String?) throws {
        let target = target.flatMap { ExactDecimal($0) }
        let change = try #require(indicator(.percent).plausibleChange(inParts: false, target: target))
        let found = change.percentage(meantBy: try #require(ExactDecimal(value)))
        #expect(found == meant.flatMap { ExactDecimal($0) })
        let row = ObservedRow(
            line: 2,
            series: SeriesKey(indicator: "i", area: "GM0303"),
            observation: Observation(period: try #require(.year(2024)), value: try #require(ExactDecimal(value))),
            plausible: change
        )
        var recent = RecentValues()
        #expect((recent.question(row) != nil) == (meant != nil))
        // Behind a known value that one says what is likely.
        recent.note(try #require(ExactDecimal("0.5")), of: try #require(.year(2023)))
        #expect(recent.question(row)?.detail.map { if case .fraction = $0 { true } else { false } } != true)
        #expect(indicator(.count).plausibleChange(inParts: false, target: target)?.target == nil)
    }

    @Test("has no bound for milestones, by itself none for districts and neighbourhoods, and another one for budgets")
    func without() {
        #expect(indicator(.milestone).plausibleChange(inParts: false) == nil)
        #expect(indicator(.percent).plausibleChange(inParts: true) == nil)
        #expect(indicator(.percent, .times(3)).plausibleChange(inParts: true) != nil)
        #expect(indicator(.percent, .any).plausibleChange(inParts: false) == nil)
        let budget = indicator(.thousandEuro, budget: Budget(.costs, realised: .cumulative))
        #expect(budget.plausibleChange(inParts: false)?.budget != nil && budget.plausibleChange(inParts: true) == nil)
    }

    private func indicator(_ unit: MeasureUnit, _ bound: Plausibility? = nil, budget: Budget? = nil) -> Indicator {
        Indicator(
            id: "i",
            title: "I",
            unit: unit,
            better: .lower,
            cadence: Cadence(.year, dueDays: 90),
            programme: "p",
            package: "k",
            plausibility: bound,
            budget: budget
        )
    }

    private func row(_ year: Int, _ value: String) throws -> ObservedRow {
        ObservedRow(
            line: 7,
            series: SeriesKey(indicator: "i", area: "GM0303"),
            observation: Observation(
                period: try #require(.year(year)),
                value: try #require(ExactDecimal(value))
            ),
            plausible: PlausibleChange(times: 10, floor: 1)
        )
    }

    @Test("is held against the last value of another period, and else against the one it replaces")
    func reference() throws {
        var recent = RecentValues()
        #expect(try recent.question(row(2024, "0.271")) == nil)
        recent.note(try #require(ExactDecimal("47")), of: try #require(.year(2024)))
        #expect(try recent.question(row(2024, "4800"))?.reason == .implausible)
        #expect(try recent.question(row(2023, "4800"))?.reason == .implausible)
        recent.note(try #require(ExactDecimal("4800")), of: try #require(.year(2025)))
        // A mistake that was let in can be put right: the year before it says what is likely.
        #expect(try recent.question(row(2025, "48")) == nil)
        let fault = try #require(recent.question(try row(2026, "48")))
        #expect(
            fault.sentence()
                == "Regel 7, kolom waarde: bent u zeker van '48'? De waarde verschilt sterk van een andere. In 2025 was het "
                + "4800. Dit is meer dan 10 keer zo klein. Klopt de waarde toch, zet dan 'bevestigd' in de kolom status van "
                + "deze rij en lever het bestand opnieuw aan."
        )
    }

    @Test(
        "a first value is held against what the document shows of its series",
        arguments: [
            ("wmo-maatwerk;2025;0,108;;", false), ("wmo-maatwerk;2025;108;;", true),
            ("wmo-maatwerk;2025;0,108;GM0171;", true), ("wmo-maatwerk;2025;0,108;;leeftijd=65+", true),
            ("moeite-rondkomen;2025;0,108;;", true),
        ]
    )
    func firstValue(_ text: String, _ isAllowed: Bool) throws {
        let row = try #require(try outcome("indicator;periode;waarde;gebied;uitsplitsing", text)?.observed)
        let fault = RecentValues().question(row)
        #expect(fault?.reason == (isAllowed ? nil : .implausible))
        #expect(isAllowed || fault?.sentence().contains("In 2023 was het 103.") == true)
    }

    @Test("older periods than the last two are forgotten, whatever their order")
    func order() throws {
        var recent = RecentValues()
        for (year, value) in [(2020, "1"), (2024, "30"), (2022, "20"), (2019, "5000"), (2024, "31")] {
            recent.note(try #require(ExactDecimal(value)), of: try #require(.year(year)))
        }
        #expect(try recent.question(row(2024, "201"))?.detail.map(String.init(describing:))?.contains("2022") == true)
    }
}
