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

        init(_ title: String, isNumber: Bool = false, mark: HTML? = nil) {
            self.title = title
            self.isNumber = isNumber
            self.mark = mark
        }
    }

    /// Tables that are laid out alike.
    enum Look: String {
        case plain
        /// What a programme measures, with a picture.
        case measured
        /// What a programme does, without one.
        case activities
    }

    let caption: String
    let columns: [Column]
    /// The first cell of a row is its head.
    let rows: [[HTML]]
    /// What the style sheet lays its columns out by; tables with the same columns lie under each other.
    var look = Look.plain
    /// Whether the cells behind the head are so short that they stand beside each other on a narrow screen.
    var isOfCounts = false
    /// Tells the tables of a page apart: letters, digits and hyphens.
    var id = "tabel"

    var html: HTML {
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

    private func row(_ cells: [HTML]) -> HTML {
        let pieces = zip(columns, cells).enumerated().map { place, pair in
            place == 0 ? "<th role=\"rowheader\" scope=\"row\">\(pair.1)</th>\n" : cell(pair.0, pair.1)
        }
        let kind: HTML = isOfCounts ? " class=\"counts\"" : ""
        return "<tr role=\"row\"\(kind)>\n\(HTML(joining: pieces))</tr>\n"
    }

    private func cell(_ column: Column, _ content: HTML) -> HTML {
        let kind: HTML = column.isNumber ? " class=\"number\"" : ""
        return "<td role=\"cell\"\(kind) data-label=\"\(column.title)\">\(content)</td>\n"
    }
}
