internal import Feeds
internal import Indicators

/// One way in which files are written, to be tried on made-up files.
///
/// Whatever stands in a file: it is read or refused, in the same way however it comes in pieces, with no number that it does
/// not hold, and in work that its size bounds.
package struct FormTrial: Sendable {
    /// The name of its folder in the corpus.
    package let name: String
    /// How its files are read.
    let schema: TableSchema?
    var container = TableContainer.text
    var fileName = "tabel-2023.csv"

    /// The digits of a file, of which a value's must be a part.
    private static func digits(of file: [UInt8]) -> [UInt8] { file.filter { (48...57).contains($0) } }

    /// Reads the file in pieces of two sizes.
    ///
    /// - Throws: ``TrialFailure`` for what must not be.
    package func attempt(_ file: [UInt8], chunkSize: Int) throws {
        let whole = try TrialReading(of: file, by: self, chunkSize: 4096)
        let inChunks = try TrialReading(of: file, by: self, chunkSize: max(1, chunkSize))
        try TrialFailure.unless(whole == inChunks, "other chunks, other outcomes")
        let digits = Self.digits(of: file)
        for value in whole.values {
            try TrialFailure.unless(Self.stands(value, in: digits), "the value \(value) does not stand in the file")
        }
    }

    /// Whether the digits of a value stand together: zeros before it were perhaps not written, and those behind it came of a
    /// scale.
    private static func stands(_ value: String, in digits: [UInt8]) -> Bool {
        var wanted = Array(value.utf8.filter { (48...57).contains($0) }.drop { $0 == 48 })
        while wanted.last == 48 { wanted.removeLast() }
        guard let first = wanted.first else { return true }
        return digits.indices.contains { digits[$0] == first && digits[$0...].starts(with: wanted) }
    }

    /// The profile that its files are read by; `nil` for Peilwacht's own forms.
    var profile: FeedProfile? { schema.map { FeedProfile(name: name, filePattern: Glob("*"), schema: $0) } }

    /// What a profile for the file looks like, or why there is none.
    ///
    /// - Throws: ``TrialFailure`` where it is beyond what the file's size bounds.
    package func suggest(_ file: [UInt8]) throws {
        do {
            let suggestion = try ProfileSuggestion(
                file,
                isWholeFile: true,
                fileName: FileName(fileName),
                container: container,
                register: Self.register,
                language: .nl
            )
            let (count, most) = (suggestion.yaml.utf8.count, 65_536 + file.count * 64)
            try TrialFailure.unless(count <= most, "a profile of \(count) bytes for a file of \(file.count)")
        } catch let reason as NoSuggestion {
            try TrialFailure.unless(!reason.sentences(.nl).isEmpty, "refused for no reason")
        }
    }

    static let register = IndicatorRegister(
        programmes: [Programme(id: "dronten", title: "Dronten", area: "GM0303", source: nil, packages: [])],
        indicators: [
            indicator("cijfer", .percent), indicator("aantal", .count), indicator("bedrag", .euro),
            indicator("energieloket", .milestone),
        ],
        paths: [:],
        areaNames: ["GM0303": "Dronten", "GM0171": "Noordoostpolder", "NL01": "Nederland"]
    )

    private static func indicator(_ id: IndicatorID, _ unit: MeasureUnit) -> Indicator {
        Indicator(
            id: id,
            title: id.description,
            unit: unit,
            better: .lower,
            cadence: Cadence(.year, dueDays: 90),
            programme: "dronten",
            package: "6N"
        )
    }
}
