internal import Indicators

/// Compares the titles of columns as people see them: blanks of all kinds count as one, and capitals do not count.
enum ColumnTitle {
    static func folded(_ title: String) -> String {
        var folded = String.UnicodeScalarView()
        var hasBlank = false
        for scalar in title.lowercased().unicodeScalars {
            if scalar.isBlank || scalar == "\u{A0}" || scalar == "\u{202F}" {
                hasBlank = !folded.isEmpty
                continue
            }
            if hasBlank { folded.append(" ") }
            hasBlank = false
            folded.append(scalar == "’" || scalar == "‘" ? "'" : scalar)
        }
        return String(folded)
    }

    /// The unit that numbers below a title may have to be converted from; `nil` where it names none that says how large
    /// they are.
    ///
    /// It stands in parentheses at the end, or in the last row of a header of several.
    static func unitOfNumbers(of title: String) -> String? {
        let parts = parts(of: title)
        let last = parts.count > 1 ? parts.last : nil
        return (unit(of: title) ?? last).flatMap(writtenUnit)
    }

    /// A unit that is known, whatever whole its share is of, or one with a scale, of which it is not known what it means.
    static func writtenUnit(_ text: String) -> String? {
        let known: [MeasureUnit] = [.percent, .perThousand, .count, .euro]
        if known.contains(WrittenUnit(text).unit) { return text }
        let folded = folded(text)
        if folded.hasPrefix("% ") { return MeasureUnit.percent.symbol }
        if ["per 1 000 ", "per 1000 ", "per 1.000 ", "per duizend "].contains(where: folded.hasPrefix) {
            return MeasureUnit.perThousand.symbol
        }
        let words = folded.split { $0 == " " || $0 == "." }.map(String.init)
        let scales: Set = ["x", "mln", "mld", "miljoen", "miljard", "duizend", "miljoenen", "miljarden", "duizenden"]
        return folded.contains("000") || words.contains(where: scales.contains) ? text : nil
    }

    /// The names of a header of several rows, or the path of a topic: `2023 / aantal`, `Eenzaam|2023`.
    static func parts(of title: String) -> [String] {
        title.replacing("|", with: " / ").split(separator: " / ").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// The unit that a title ends with, in parentheses; `nil` where it has none.
    static func unit(of title: String) -> String? {
        let title = title.trimmed
        guard title.last == ")", let open = title.lastIndex(of: "(") else { return nil }
        return String(title[title.index(after: open)..<title.index(before: title.endIndex)]).trimmed
    }
}
