internal import Indicators

/// A table as pages show it: with its caption, its heads, and every cell under one of them.
///
/// On a narrow screen each row becomes a list of labelled cells. A browser then forgets that it is a table, so that its roles
/// are written out; the labels are drawn by the style sheet and read to nobody twice.
struct PageTable {
    /// What stands above a column.
    struct Column {
        let title: String
        /// Drawn instead of the title, which must say the same.
        var mark: HTML?
        /// Whether it holds numbers, which stand under each other.
        var isNumber = false
        /// The unit of its numbers, which a spreadsheet gets without it.
        var unit: MeasureUnit?

        init(_ title: String, isNumber: Bool = false, mark: HTML? = nil, unit: MeasureUnit? = nil) {
            self.title = title
            self.isNumber = isNumber
            self.mark = mark
            self.unit = unit
        }

        /// What stands above it in a spreadsheet: `Waarde (per 1000)`.
        fileprivate var wholeTitle: String { unit.map { "\(title) (\($0.symbol))" } ?? title }
    }

    /// Tables that are laid out alike.
    enum Look: String {
        case plain
        /// What a programme measures, with a picture.
        case measured
        /// What a programme does, without one.
        case activities
        /// What is open, in words.
        case alerts
    }

    let caption: String
    let columns: [Column]
    /// The first cell of a row is its head.
    let rows: [[PageCell]]
    /// What the style sheet lays its columns out by; tables with the same columns lie under each other.
    var look = Look.plain
    /// Whether the cells behind the head are so short that they stand beside each other on a narrow screen.
    var isOfCounts = false
    /// Tells the tables of a page apart: letters, digits and hyphens.
    var id = "tabel"
    /// The page that it stands on, with which it can be had for a spreadsheet; `nil` where it cannot.
    var page: PageAddress?

    /// The table, and the way to the same for a spreadsheet.
    func html(_ phrases: Phrases) -> HTML { HTML(joining: [table, download(phrases)]) }

    private func download(_ phrases: Phrases) -> HTML {
        guard let page else { return "" }
        let words = phrases.say("Download als CSV", "Download as CSV")
        let address = PageAddress.table(id, of: page)
        return """
            <p class="small"><a href="\(address.path)">\(words)<span class="unseen">: \(caption)</span></a></p>

            """
    }

    /// The file for a spreadsheet: its heads, and its rows as they stand on the page.
    func csv(_ language: Language) -> String {
        let writer = CSVWriter(language)
        let heads: [CSVWriter.Cell] = columns.map { .text($0.wholeTitle) }
        return writer.mark + ([heads] + rows.map { $0.map(\.plain) }).map(writer.line).joined()
    }

    private var table: HTML {
        """
        <div class="table">
        <table role="table" class="stacked \(look.rawValue)" aria-labelledby="\(id)-naam">
        <caption id="\(id)-naam">\(caption)</caption>
        <thead role="rowgroup">
        <tr role="row">
        \(HTML(joining: columns.map(head)))</tr>
        </thead>
        <tbody role="rowgroup">
        \(HTML(joining: rows.map(row)))</tbody>
        </table>
        </div>

        """
    }

    private func head(_ column: Column) -> HTML {
        let kind: HTML = column.isNumber ? " class=\"number\"" : ""
        let words = column.mark ?? "\(column.title)"
        return "<th role=\"columnheader\" scope=\"col\"\(kind)>\(words)</th>\n"
    }

    private func row(_ cells: [PageCell]) -> HTML {
        let pieces = zip(columns, cells).enumerated().map { place, pair in
            place == 0
                ? "<th role=\"rowheader\" scope=\"row\">\(pair.1.html)</th>\n" : cell(pair.0, pair.1.html)
        }
        let kind: HTML = isOfCounts ? " class=\"counts\"" : ""
        return "<tr role=\"row\"\(kind)>\n\(HTML(joining: pieces))</tr>\n"
    }

    private func cell(_ column: Column, _ content: HTML) -> HTML {
        let kind: HTML = column.isNumber ? " class=\"number\"" : ""
        return "<td role=\"cell\"\(kind) data-label=\"\(column.title)\">\(content)</td>\n"
    }
}

extension [PageTable] {
    /// The table of that name as a file for a spreadsheet; `nil` where there is none.
    func csv(of id: String, _ language: Language) -> String? { first { $0.id == id }?.csv(language) }
}
