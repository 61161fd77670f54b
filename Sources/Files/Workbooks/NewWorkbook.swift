package import Indicators

/// A workbook that is to be written: its sheets with typed cells, and nothing of how a file holds them.
package struct NewWorkbook: Hashable, Sendable {
    /// What stands in its properties.
    package let title: String
    /// The day that stands in its properties as that of its making: the same content gives the same bytes.
    package let made: CalendarDate
    package let sheets: [Sheet]

    package init(title: String, made: CalendarDate, sheets: [Sheet]) {
        self.title = title
        self.made = made
        self.sheets = sheets
    }

    /// A sheet with one row of headings, which stays in sight and stands on each printed page.
    package struct Sheet: Hashable, Sendable {
        /// What its tab says; what no tab may say is left out.
        package let name: String
        package let columns: [Column]
        package let rows: [[Cell]]

        package init(name: String, columns: [Column], rows: [[Cell]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    package struct Column: Hashable, Sendable {
        package let title: String
        /// In characters.
        package let width: Int

        package init(title: String, width: Int) {
            self.title = title
            self.width = width
        }
    }

    package enum Cell: Hashable, Sendable {
        case empty
        /// Words, whatever they begin with: never a formula.
        case text(String)
        /// A number, shown with its decimals.
        case number(ExactDecimal, NumberForm)
        case date(CalendarDate)
        /// Words on a colour.
        case marked(String, Tone)
    }

    /// How a number is shown; the decimals are those that it has.
    package enum NumberForm: Hashable, Sendable, CaseIterable {
        case plain
        /// With points between the thousands, as the reader's settings have them.
        case grouped
        /// 25.3 shows as 25,3%: the number stays as the documents write it.
        case percent
    }

    package enum Tone: Hashable, Sendable, CaseIterable {
        case red
        case amber
        case green
        case grey
    }
}
