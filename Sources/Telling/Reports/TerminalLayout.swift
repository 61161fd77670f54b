internal import Indicators

/// The terminal that something is shown on.
package struct TerminalLayout: Hashable, Sendable {
    /// In columns.
    package let width: Int
    package let isColoured: Bool

    package init(width: Int, isColoured: Bool) {
        self.width = width
        self.isColoured = isColoured
    }

    /// Reads what ``text`` writes; `nil` for anything else.
    package init?(_ text: String) {
        let isColoured = text.hasSuffix("c")
        guard let width = Int(digits: isColoured ? String(text.dropLast()) : text) else { return nil }
        self.init(width: width, isColoured: isColoured)
    }

    /// `120` or, with colours, `120c`.
    package var text: String { "\(width)\(isColoured ? "c" : "")" }
}
