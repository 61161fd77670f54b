internal import Indicators

/// The small pieces that pages are made of.
extension HTML {
    /// A text as markup.
    init(_ text: String) { self = "\(text)" }

    /// Texts in lines of their own, where line ends count; within a text they would be shown as a sign that is not known.
    static func lines(_ lines: [String]) -> HTML { HTML(joining: lines.map { "\($0)\n" }) }

    /// A list of texts; nothing where there is none.
    static func list(_ lines: [HTML]) -> HTML {
        lines.isEmpty ? "" : "<ul class=\"text\">\n\(HTML(joining: lines.map { "<li>\($0)</li>\n" }))</ul>\n"
    }

    /// A list of texts; nothing where there is none.
    static func list(_ lines: [String]) -> HTML { list(lines.map { HTML($0) }) }

    /// Something that is shown only to who asks for it.
    static func folded(_ summary: String, isOpen: Bool = false, _ content: HTML) -> HTML {
        let mark: HTML = isOpen ? " open" : ""
        return "<details\(mark)><summary>\(summary)</summary>\n\(content)</details>\n"
    }

    /// A part of a page below its heading; nothing where there is nothing in it.
    static func section(_ id: String, _ heading: String, _ content: HTML) -> HTML {
        guard !content.markup.isEmpty else { return "" }
        return """
            <section aria-labelledby="\(id)">
            <h2 id="\(id)">\(heading)</h2>
            \(content)</section>

            """
    }
}
