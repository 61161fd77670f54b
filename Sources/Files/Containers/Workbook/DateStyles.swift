internal import Feeds

/// How the styles of an OpenDocument spreadsheet show a date (ODF 1.3, part 3, 16.29): as a day, or as a month or year alone.
struct DateStyles {
    /// The parts of a date that a data style shows.
    private struct Shown {
        var hasDay = false
        var hasMonth = false
        var hasYear = false
        var hasTime = false

        var kind: SheetCell.Kind? {
            if hasDay || hasTime || !hasYear { return nil }
            return hasMonth ? .month : .year
        }
    }

    /// What a style of cells takes its data style from.
    private struct CellStyle {
        let data: String?
        let parent: String?
    }

    private var shown: [String: Shown] = [:]
    private var cellStyles: [String: CellStyle] = [:]
    /// The data style that is being read.
    private var current: String?

    /// Takes in the start of an element of the styles.
    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, most: Int) throws {
        switch (name.namespace, name.local) {
        case (.number, "date-style"): try begin(attributes[.style, "name"]?.text, most)
        case (.number, "day"), (.number, "day-of-week"), (.number, "week-of-year"): note { $0.hasDay = true }
        case (.number, "month"): note { $0.hasMonth = true }
        case (.number, "year"): note { $0.hasYear = true }
        case (.number, "quarter"), (.number, "hours"), (.number, "minutes"), (.number, "seconds"):
            note { $0.hasTime = true }
        case (.style, "style"): try addCellStyle(attributes, most)
        default: break
        }
    }

    /// Takes in the end of one.
    mutating func end(_ name: XMLName) {
        if name.namespace == .number, name.local.equals("date-style") { current = nil }
    }

    private mutating func begin(_ name: String?, _ most: Int) throws {
        current = name
        guard let name else { return }
        guard shown.count < most else { throw WorkbookFault.Problem.tooManyParts }
        shown[name] = Shown()
    }

    private mutating func note(_ change: (inout Shown) -> Void) {
        if let current { change(&shown[current, default: Shown()]) }
    }

    private mutating func addCellStyle(_ attributes: XMLAttributes, _ most: Int) throws {
        guard let family = attributes[.style, "family"], family.equals("table-cell"),
            let name = attributes[.style, "name"]?.text
        else { return }
        guard cellStyles.count < most else { throw WorkbookFault.Problem.tooManyParts }
        cellStyles[name] = CellStyle(
            data: attributes[.style, "data-style-name"]?.text,
            parent: attributes[.style, "parent-style-name"]?.text
        )
    }

    /// As what a cell of this style shows a date, where that is less than its day; `nil` for a day.
    func kind(of style: String) -> SheetCell.Kind? {
        var style: String? = style
        // Styles that are each other's parents lead nobody round in circles.
        for _ in 0..<16 {
            guard let found = style.flatMap({ cellStyles[$0] }) else { return nil }
            if let data = found.data { return shown[data]?.kind }
            style = found.parent
        }
        return nil
    }
}
