import Foundation
import Indicators
import TestSupport

/// Items copied from a document (`Document/….txt`), by section.
///
/// The copies were made from the documents, not from the YAML. A line `@name` begins a section; in every other line `|`
/// separates fields. In words and dates `/` separates readings that are all acceptable.
struct DocumentItems {
    private var sections: [String: [[String]]] = [:]

    init(_ name: String) throws {
        var section = ""
        for line in try Project.text("Tests/CatalogueTests/Document/\(name).txt").split(separator: "\n") {
            if line.hasPrefix("@") {
                section = String(line.dropFirst())
            } else {
                let fields = line.split(separator: "|", omittingEmptySubsequences: false)
                sections[section, default: []].append(fields.map { DocumentExcerpt.collapsed($0) })
            }
        }
    }

    /// The items of a section, each as its fields; empty where there is no such section.
    subscript(section: String) -> [[String]] { sections[section] ?? [] }
}

extension String {
    /// The sentence without its closing mark and without a footnote sign, to compare by.
    var comparable: String {
        var text = DocumentExcerpt.collapsed(self)
        while let last = text.last, ".;⁵".contains(last) { text.removeLast() }
        return text
    }
}
