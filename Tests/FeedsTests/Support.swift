import Feeds
import Indicators

/// The sizes in which every test that reads bytes hands them out.
let chunkSizes = [1, 2, 3, 7, 4096]

/// The day on which the files of the tests are read, unless they say otherwise.
let today = CalendarDate(dayNumber: 20_544)

/// What the rows of the tests are read with: the register, on 2026-04-01.
func readingContext(
    on day: CalendarDate = today,
    otherAreas: FeedProfile.OtherAreas = .skip
) -> ReadingContext {
    ReadingContext(register: register, today: day, otherAreas: otherAreas)
}

/// Bytes of a text.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// A register with one indicator of each sort that the tests need.
let register = IndicatorRegister(
    programmes: [
        Programme(id: "dronten", title: "Dronten", area: "GM0303", source: nil, packages: [])
    ],
    indicators: [
        indicator("wmo-maatwerk", .perThousand),
        indicator("moeite-rondkomen", .percent),
        indicator("inburgering", .percent, Cadence(.quarter, dueDays: 30)),
        indicator("vrijwilligers", .count, Cadence(.schoolYear, dueDays: 30)),
        indicator("wachttijd", MeasureUnit("weken")),
        indicator("kinderen", .count, decimals: 1),
        indicator("ratio", MeasureUnit("punten"), decimals: 3),
        indicator("saldo", MeasureUnit("x 1 000 EURO")),
        indicator("schuld", .euro),
        indicator("energieloket", .milestone),
        indicator("inloophuis", .milestone),
        indicator("loket-elders", .milestone, programme: "onbekend"),
        indicator("elders", .count, programme: "onbekend"),
        Indicator(
            id: "gemiddelde",
            title: "Gemiddelde",
            unit: .percent,
            better: .lower,
            cadence: Cadence(.year, dueDays: 90),
            programme: "dronten",
            package: "6N",
            derivation: Derivation(.mean, of: ["moeite-rondkomen", "inburgering"], decimals: 1)
        ),
    ],
    paths: [:],
    documented: Period("2023").map { ["wmo-maatwerk": PeriodValue(period: $0, value: ExactDecimal(103))] } ?? [:],
    areaNames: ["GM0303": "Dronten", "GM0171": "Noordoostpolder", "NL01": "Nederland"]
)

private func indicator(
    _ id: IndicatorID,
    _ unit: MeasureUnit,
    _ cadence: Cadence = Cadence(.year, dueDays: 90),
    programme: String = "dronten",
    decimals: Int? = nil
) -> Indicator {
    Indicator(
        id: id,
        title: id.description,
        unit: unit,
        better: .lower,
        cadence: cadence,
        programme: programme,
        package: "6N",
        decimals: decimals
    )
}

/// Surveys bytes in chunks of one size.
func survey(_ bytes: [UInt8], profile: FeedProfile? = nil, chunkSize: Int = 4096) throws(FileFault) -> FileDialect {
    var source = ChunkedBytes(bytes, chunkSize: chunkSize)
    var survey = FileSurvey(profiles: [profile].compactMap(\.self))
    while let chunk = source.nextChunk() { survey.take(chunk) }
    return try survey.finish()
}

/// Why bytes are refused by the survey; `nil` where they are not.
func surveyFault(_ bytes: [UInt8], profile: FeedProfile? = nil, chunkSize: Int = 4096) -> FileFault? {
    do {
        _ = try survey(bytes, profile: profile, chunkSize: chunkSize)
        return nil
    } catch {
        return error
    }
}

/// The fault of a header without a column.
func missing(_ column: String, line: Int = 1, in form: FormName = .plain) -> RowFault {
    RowFault(.missingColumn, line: line, column: column, detail: .requiredColumns(form))
}

/// A profile that declares what is given.
func profile(
    encoding: TextEncoding? = nil,
    separator: Separator? = nil,
    decimalSign: DecimalSign? = nil
) -> FeedProfile {
    FeedProfile(
        name: "proef",
        filePattern: Glob("*.csv"),
        encoding: encoding,
        separator: separator,
        decimalSign: decimalSign
    )
}

/// Surveys and reads bytes in chunks of one size.
func outcomes(_ bytes: [UInt8], profile: FeedProfile? = nil, chunkSize: Int = 4096) throws -> [RowOutcome] {
    let dialect = try survey(bytes, profile: profile, chunkSize: chunkSize)
    var rows = dialect.rows(
        ChunkedBytes(bytes, chunkSize: chunkSize),
        in: readingContext(otherAreas: profile?.otherAreas ?? .skip)
    )
    var outcomes: [RowOutcome] = []
    while let outcome = try rows.next() { outcomes.append(outcome) }
    return outcomes
}

/// The outcome of the one row behind a header.
func outcome(_ header: String, _ row: String, profile: FeedProfile? = nil) throws -> RowOutcome? {
    try outcomes(bytes("\(header)\n\(row)\n"), profile: profile).first
}

extension RowOutcome {
    var observed: ObservedRow? { if case .observed(let row) = self { row } else { nil } }
    var fault: RowFault? { if case .fault(let fault) = self { fault } else { nil } }
    var skip: RowSkip? { if case .skipped(let skip) = self { skip } else { nil } }
}
