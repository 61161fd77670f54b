import Catalogue

/// The manual pages, made of the same sources as the pages in docs/.
struct Manual {
    /// Those of docs/ that are written by hand, by the names of their files.
    let page: (String) throws -> String

    /// Each file with its text.
    func files() throws -> [(name: String, text: String)] {
        [
            ("peilwacht.8", try CommandManual.page().text),
            ("peilwacht.yaml.5", configuration.text),
            ("peilwacht-programme.5", try programme().text),
            ("peilwacht-feed.5", try feed().text),
        ]
    }

    private let reference = MarkdownBlock.read(configurationReferenceMarkdown())

    init(page: @escaping (String) throws -> String) { self.page = page }

    private var configuration: MdocPage {
        var page = MdocPage("peilwacht.yaml", 5, "configuration of peilwacht")
        page.section("Description")
        page.add(Array(reference.prefix(2)))
        page.paragraph("A small one, as `peilwacht init DIR --service` writes it:")
        page.literal(smallest)
        addKeys("peilwacht.yaml", to: &page)
        for title in ["A file of rule tests", "A file of handling"] {
            page.section(title)
            page.add(MarkdownBlock.chapter(title, of: reference))
        }
        addEnd(of: "peilwacht.yaml", to: &page)
        return page
    }

    private var smallest: [String] {
        // Years stand in its other file.
        let text = StartingConfiguration(of: nil, from: 1, in: .service).files[0].text
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    private func programme() throws -> MdocPage {
        var page = MdocPage("peilwacht-programme", 5, "programme files of peilwacht")
        page.section("Description")
        page.add(markdown: try self.page("programmes.md"))
        addKeys("A programme file", to: &page)
        addEnd(of: "peilwacht-programme", to: &page)
        return page
    }

    private func feed() throws -> MdocPage {
        var page = MdocPage("peilwacht-feed", 5, "feed profiles of peilwacht")
        page.section("Description")
        page.add(markdown: try self.page("feeds.md"))
        addKeys("A feed file", to: &page)
        addEnd(of: "peilwacht-feed", to: &page)
        return page
    }

    private func addKeys(_ chapter: String, to page: inout MdocPage) {
        page.section("Keys")
        page.add(MarkdownBlock.chapter(chapter, of: reference))
    }

    private func addEnd(of name: String, to page: inout MdocPage) {
        page.section("Notations")
        page.add(MarkdownBlock.chapter("Notations", of: reference))
        page.section("See also")
        page.macros(Self.seeAlso(but: name))
    }

    /// The other pages, as a list of references.
    static func seeAlso(but name: String) -> [String] {
        let pages = [("peilwacht-feed", 5), ("peilwacht-programme", 5), ("peilwacht.yaml", 5), ("peilwacht", 8)]
        let others = pages.filter { $0.0 != name }
        return others.enumerated().map { place, page in
            ".Xr \(page.0) \(page.1)\(place == others.count - 1 ? "" : " ,")"
        }
    }
}
