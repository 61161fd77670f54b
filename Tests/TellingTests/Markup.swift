import TestSupport

/// Pages as a parser of another make reads them.
enum Markup {
    /// Elements of SVG that close themselves.
    static let closed = ["rect", "circle", "polygon", "polyline"]

    /// Every start and end tag with its attributes' names, and every comment.
    static func tags(_ pages: [String]) throws -> [[String]] {
        let script = """
            import html.parser
            class Tags(html.parser.HTMLParser):
                def __init__(self):
                    super().__init__()
                    self.found = []
                def handle_starttag(self, tag, attributes):
                    self.found.append(' '.join([tag] + [name for name, value in attributes]))
                def handle_startendtag(self, tag, attributes): self.handle_starttag(tag, attributes)
                def handle_endtag(self, tag): self.found.append('/' + tag)
                def handle_comment(self, data): self.found.append('!' + data)
                def handle_pi(self, data): self.found.append('?' + data)
                def unknown_decl(self, data): self.found.append('[' + data)
            def answer(page):
                parser = Tags()
                parser.feed(page.decode('utf-8'))
                parser.close()
                return parser.found
            """
        return try Python.ask(script, pages.map { Array($0.utf8) }, as: [String].self)
    }
}
