internal import Indicators

/// Tells by its first records in which form a table is.
struct TableRecognition: Equatable {
    let form: TableForm
    /// The record that has the names of the columns, from 0.
    let header: Int
    /// The titles by which it was known.
    let marks: [String]
    /// Whether it holds texts only, and no measurement.
    let isTextOnly: Bool

    /// The form of these records; `nil` where none is recognised.
    ///
    /// What fits most of the marks of a form is in that form, and where two fit as well, the more special one.
    init?(_ records: [HeadRecord]) {
        var best: (score: Int, form: TableForm, header: Int)?
        for (index, record) in records.prefix(Self.deepestHeader).enumerated() where !record.isEmpty {
            let marks = HeaderMarks(records, header: index)
            for form in TableForm.allCases {
                let score = marks.score(of: form)
                if score > best?.score ?? 0 { best = (score, form, index) }
            }
        }
        guard let best else { return nil }
        form = best.form
        header = best.header
        marks = HeaderMarks(records, header: best.header).titles(of: best.form)
        isTextOnly = best.form == .odata4 && Self.hasTextsOnly(records, header: best.header)
    }

    private static let deepestHeader = 12

    private static func hasTextsOnly(_ records: [HeadRecord], header: Int) -> Bool {
        let names = records[header].texts.map(ColumnTitle.folded)
        if HeaderMarks([records[header]], header: 0).isCodesOfOData4 { return true }
        guard let value = names.firstIndex(of: "value"), let text = names.firstIndex(of: "stringvalue") else {
            return false
        }
        let rows = records[(header + 1)...].filter { $0.texts.count > max(value, text) }
        return !rows.isEmpty && rows.allSatisfy { $0.texts[value].isEmpty }
            && rows.contains { !$0.texts[text].isEmpty }
    }
}
