internal import Foundation

/// The passages of the Dronten document that can be watched, copied from it line by line (`Document/programma-6.txt`).
///
/// The copy was made from the document by a program, not from the YAML. Lines that begin with `@` say what follows:
/// a package, a heading, goals, a table with its years, or other lines.
package struct DocumentExcerpt {
    package struct Goal: Equatable {
        package let id: String
        package let heading: String
        package let text: String

        package init(id: String, heading: String, text: String) {
            self.id = id
            self.heading = heading
            self.text = text
        }
    }

    package struct Row {
        package let package: String
        package let label: String
        /// The cells by year, without blanks around them.
        package let cells: [String: String]
    }

    package struct Line {
        package let package: String
        package let text: String
    }

    package private(set) var packages: [String] = []
    package private(set) var goals: [Goal] = []
    package private(set) var rows: [Row] = []
    /// Footnotes and the indicators that the document lists without a table.
    package private(set) var lines: [Line] = []

    package init() throws {
        let text = try Project.text("Tests/CatalogueTests/Document/programma-6.txt")
        var mode = ""
        var heading = ""
        var table: (years: [String], lines: [String]) = ([], [])
        for line in text.split(separator: "\n").map(Self.collapsed) + ["@end"] {
            if line.hasPrefix("@") {
                close(&table)
                mode = line
                if line.hasPrefix("@package ") { packages.append(String(line.dropFirst(9))) }
                if line.hasPrefix("@table ") { table.years = line.split(separator: " ").dropFirst().map(String.init) }
            } else if mode.hasPrefix("@table") {
                table.lines.append(line)
            } else if mode == "@heading" {
                heading = line
            } else if mode == "@goals" {
                try add(goal: line, heading: heading)
            } else {
                lines.append(
                    Line(package: packages.last ?? "", text: line.hasPrefix("• ") ? String(line.dropFirst(2)) : line)
                )
            }
        }
    }

    private mutating func add(goal line: String, heading: String) throws {
        let number = line.prefix { $0.isNumber }
        goals.append(
            Goal(
                id: "\(packages.last ?? "")-\(number)",
                heading: heading,
                text: Self.collapsed(line.dropFirst(number.count + 1))
            )
        )
    }

    private mutating func close(_ table: inout (years: [String], lines: [String])) {
        let width = table.years.count + 1
        for start in stride(from: 0, to: table.lines.count, by: width) {
            let row = table.lines[start..<start + width]
            rows.append(
                Row(
                    package: packages.last ?? "",
                    label: table.lines[start],
                    cells: Dictionary(uniqueKeysWithValues: zip(table.years, row.dropFirst()))
                )
            )
        }
        table = ([], [])
    }

    /// The text with every run of blanks, the document's no-break spaces among them, made one.
    package static func collapsed(_ text: some StringProtocol) -> String {
        text.split { $0.isWhitespace }.joined(separator: " ")
    }
}
