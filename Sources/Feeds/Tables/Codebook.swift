internal import Indicators

/// What the codes of a delivery of OData 4 stand for, as far as a value depends on it.
package struct Codebook: Hashable, Sendable {
    /// The codes of periods whose figures are provisional.
    package private(set) var provisionalPeriods: Set<String> = []
    /// The codes of all periods that it describes; `nil` where no file of the delivery says so.
    private var periods: Set<String>?
    private var hasMeasures = false
    /// The unit of each measure.
    package private(set) var units: [String: String] = [:]

    package init() {}

    /// Reads `PeriodenCodes.csv`: a period is `Definitief`, or its figures may still change.
    package mutating func readPeriods(_ bytes: [UInt8]) {
        var known = periods ?? []
        defer { periods = known }
        for row in Self.rows(bytes) {
            guard let code = row["identifier"] else { continue }
            known.insert(code)
            let status = ColumnTitle.folded(row["status"] ?? "")
            // Without a status the description may say it: "Voorlopige cijfers".
            let isProvisional =
                status.isEmpty
                ? ColumnTitle.folded(row["description"] ?? "").contains("voorlopig") : status != "definitief"
            if isProvisional { provisionalPeriods.insert(code) }
        }
    }

    /// Reads `MeasureCodes.csv`, of which the unit carries the scale: `x 1 000`.
    package mutating func readMeasures(_ bytes: [UInt8]) {
        hasMeasures = true
        for row in Self.rows(bytes) {
            guard let code = row["identifier"], let unit = row["unit"] else { continue }
            units[ColumnTitle.folded(code)] = unit
        }
    }

    /// Whether it says which figures are provisional, for this period.
    func describes(period code: String) -> Bool { periods?.contains(code) ?? true }

    /// Whether it says of which unit a measure is.
    func describes(measure folded: String) -> Bool { !hasMeasures || units[folded] != nil }

    private static func rows(_ bytes: [UInt8]) -> [[String: String]] {
        let body = bytes.starts(with: ByteOrderMark.utf8) ? Array(bytes.dropFirst(3)) : bytes
        let records = HeadRecord.all(in: body, .semicolon, .utf8, isWholeFile: true, limit: 100_000)
        guard let names = records.first?.texts.map(ColumnTitle.folded) else { return [] }
        return records.dropFirst().map { record in
            Dictionary(zip(names, record.texts)) { first, _ in first }
        }
    }
}
