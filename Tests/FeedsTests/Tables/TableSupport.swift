import Feeds
import Foundation
import Indicators

/// Real files, beside the project; `nil` where there are none.
enum RealFiles {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data/real")

    /// Whether there are any: the tests that read them are skipped, and say so, where there are not.
    static let areThere = FileManager.default.fileExists(atPath: folder.path)

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }
}

/// A register with one indicator, by which a table is read.
func register(
    of unit: MeasureUnit,
    _ cadence: Cadence = Cadence(.year, dueDays: 90),
    decimals: Int? = 3
) -> IndicatorRegister {
    let indicator = Indicator(
        id: "cijfer",
        title: "Cijfer",
        unit: unit,
        better: .lower,
        cadence: cadence,
        programme: "dronten",
        package: "6N",
        decimals: decimals
    )
    return IndicatorRegister(
        programmes: [Programme(id: "dronten", title: "Dronten", area: "GM0303", source: nil, packages: [])],
        indicators: [indicator],
        paths: [:],
        areaNames: ["GM0303": "Dronten", "GM0171": "Noordoostpolder", "NL01": "Nederland", "GM0363": "Amsterdam"]
    )
}

/// A table as a schema reads it.
struct ReadTable {
    let dialect: FileDialect
    let outcomes: [RowOutcome]

    init(
        _ bytes: [UInt8],
        _ schema: TableSchema,
        unit: MeasureUnit = .percent,
        cadence: Cadence = Cadence(.year, dueDays: 90),
        decimals: Int? = 3,
        name: String = "tabel.csv",
        container: TableContainer = .text
    ) throws {
        let profile = FeedProfile(name: "proef", filePattern: Glob("*"), schema: schema)
        var survey = FileSurvey(profiles: [profile], fileName: FileName(name), container: container)
        var source = ChunkedBytes(bytes)
        while let chunk = source.nextChunk() { survey.take(chunk) }
        dialect = try survey.finish()
        let context = ReadingContext(register: register(of: unit, cadence, decimals: decimals), today: today)
        var rows = dialect.rows(ChunkedBytes(bytes), in: context)
        var outcomes: [RowOutcome] = []
        while let outcome = try rows.next() { outcomes.append(outcome) }
        self.outcomes = outcomes
    }

    /// The values as `GM0303 2023 25.3`, with the breakdown, `voorlopig` and the interval where there are any.
    var values: [String] {
        outcomes.compactMap(\.observed).map { row in
            let breakdown = row.series.breakdown == .total ? "" : " \(row.series.breakdown)"
            let status = row.observation.status == .provisional ? " *" : ""
            let interval = row.observation.interval.map {
                " [\($0.minimum.map(\.text) ?? "") \($0.maximum.map(\.text) ?? "")]"
            }
            let value = row.observation.value.text
            return "\(row.series.area) \(row.observation.period)\(breakdown) \(value)\(status)\(interval ?? "")"
        }
    }

    var faults: [RowFault] { outcomes.compactMap(\.fault) }

    /// How many rows were passed over for each reason.
    var skips: [IntakeReason: Int] {
        outcomes.compactMap(\.skip).reduce(into: [:]) { $0[$1.reason, default: 0] += 1 }
    }
}

extension ExactDecimal {
    fileprivate var text: String { written(decimalSign: ".") }
}

extension TableField {
    static func area(_ title: String) -> TableField { TableField(titles: [title], role: .area(wanted: [])) }
    static func period(_ title: String) -> TableField { TableField(titles: [title], role: .period) }

    static func pin(_ title: String, _ member: String) -> TableField {
        TableField(titles: [title], role: .dimension(pin: [member]))
    }

    static func value(_ title: String, scale: Int = 0, breakdown: String? = nil) -> TableField {
        TableField(
            titles: [title],
            role: .measure(Measure(indicator: "cijfer", scale: scale, breakdown: breakdown))
        )
    }
}
