package import Indicators

/// The text of a period with the mark that its figures are provisional: `2024*`, `2023 (voorlopig)`.
package struct PeriodCell: Hashable, Sendable {
    package let reading: PeriodReading
    /// Whether the mark is there.
    package let isProvisional: Bool

    /// Reads a cell, blanks around it aside.
    package init(_ text: String) {
        var bare = text.trimmed[...]
        var isProvisional = false
        for _ in 0..<2 where bare.hasSuffix("*") {
            isProvisional = true
            bare.removeLast()
        }
        let words = bare.trimmed
        let mark = Self.marks.first { words.lowercased().hasSuffix($0.word) }
        if let mark {
            isProvisional = isProvisional || mark.isProvisional
            bare = words.dropLast(mark.word.count)
        }
        reading = PeriodReading(bare.trimmed)
        self.isProvisional = isProvisional
    }

    /// In small letters and without letters of more than one byte; the longest first, as the others end it.
    private static let marks: [(word: String, isProvisional: Bool)] = [
        ("(nader voorlopig)", true), (" nader voorlopig", true), ("(voorlopige cijfers)", true), ("(voorlopig)", true),
        (" voorlopig", true), ("(provisional)", true), (" provisional", true), ("(definitief)", false),
        (" definitief", false), ("(definitive)", false), (" definitive", false),
    ]
}
