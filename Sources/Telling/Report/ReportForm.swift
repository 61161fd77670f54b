/// What the report of a programme is written as.
package enum ReportForm: String, Hashable, Sendable, CaseIterable {
    /// A page that prints.
    case html
    /// A workbook of Excel or LibreOffice.
    case workbook = "xlsx"
    /// One table for a spreadsheet or a program.
    case csv

    /// What a browser or somebody saves it as: `dronten-2026-2026-06-30.xlsx`.
    package func fileName(_ programme: String, _ day: String) -> String {
        let safe = programme.unicodeScalars.map { Self.isPlain($0) ? Character($0) : "-" }
        return "\(String(safe))-\(day).\(rawValue)"
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789-_".unicodeScalars.contains(scalar))
    }
}
