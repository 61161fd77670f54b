internal import Indicators

/// What stands in one cell of a table of a page, and what a spreadsheet gets of it.
struct PageCell: Hashable, Sendable {
    let html: HTML
    let plain: CSVWriter.Cell

    /// A text.
    init(_ text: String) {
        html = "\(text)"
        plain = .text(text)
    }

    /// Something that is drawn or linked, with what a spreadsheet gets.
    init(_ html: HTML, _ text: String) {
        self.html = html
        plain = .text(text)
    }

    /// Something that is drawn, with the cell that another one has in a spreadsheet.
    init(_ html: HTML, _ plain: CSVWriter.Cell) {
        self.html = html
        self.plain = plain
    }

    /// A number with its unit on the page, and by itself in a spreadsheet.
    init(_ html: HTML, number: ExactDecimal, _ language: Language) {
        self.html = html
        plain = .number(number.written(decimalSign: CSVWriter(language).decimalSign))
    }

    /// A count.
    init(_ html: HTML, count: Int) {
        self.html = html
        plain = .number("\(count)")
    }

    /// What a spreadsheet gets of it, as a text.
    var text: String {
        switch plain {
        case .text(let text), .number(let text): text
        }
    }

    /// That there is nothing.
    static let nothing = PageCell("–", "")
}
