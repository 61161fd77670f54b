package import Indicators

/// What stands around every page: its head, the way to the others, how fresh it is, and its foot.
package struct PageFrame: Hashable, Sendable {
    /// A link with its words.
    package typealias Link = (words: String, address: PageAddress)

    package let title: String
    package let language: Language
    /// What is red at the top of every page while the page cannot be trusted to be up to date, in words; `nil` where it can.
    package var staleness: String?
    /// When the figures were judged last, in words for the foot.
    package var judged: String?
    /// The version of the program, for the foot.
    package var version: String?
    /// Where the page itself stands; marked where the head has it.
    package var here: PageAddress?
    /// From the overview down to this page.
    package var trail: [Link] = []
    /// The same in other forms, for the foot: JSON, CSV, a report.
    package var links: [Link] = []

    package init(title: String, language: Language) {
        self.title = title
        self.language = language
    }

    package static func == (one: PageFrame, other: PageFrame) -> Bool {
        one.title == other.title && one.language == other.language && one.staleness == other.staleness
            && one.judged == other.judged && one.version == other.version && one.here == other.here
            && one.trail.elementsEqual(other.trail) { $0 == $1 } && one.links.elementsEqual(other.links) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(title) }

    private var phrases: Phrases { Phrases(language) }

    /// The whole page, with what stands in it.
    func page(_ content: HTML) -> String {
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title) – Peilwacht</title>
            <link rel="stylesheet" href="\(PageAddress.stylesheet.path)">
            <link rel="icon" type="image/svg+xml" href="\(PageAddress.icon.path)">
            </head>
            <body>
            <a class="skip" href="#inhoud">\(phrases.say("Naar de inhoud", "Skip to content"))</a>
            \(head)\(path)<main id="inhoud" tabindex="-1">
            \(warning)<h1>\(title)</h1>
            \(content)</main>
            \(foot)</body>
            </html>

            """
        return html.markup
    }
}

extension PageFrame {
    private var places: [Link] {
        [
            (phrases.say("Overzicht", "Overview"), .overview),
            (phrases.say("Meldingen", "Alerts"), .alerts()),
            (phrases.say("Leveringen", "Deliveries"), .deliveries()),
            (phrases.say("Mails", "Mails"), .ledger()),
        ]
    }

    private var head: HTML {
        let items = HTML(
            joining: places.map { words, address in
                let mark: HTML = address == here?.place ? " aria-current=\"page\"" : ""
                return "<li><a href=\"\(address.path)\"\(mark)>\(words)</a></li>\n"
            }
        )
        return """
            <header class="head">
            <p class="brand">Peilwacht</p>
            <nav aria-label="\(phrases.say("Hoofdmenu", "Main menu"))">
            <ul>
            \(items)</ul>
            </nav>
            </header>

            """
    }

    private var path: HTML {
        guard !trail.isEmpty else { return "" }
        let items = HTML(joining: trail.map { "<li><a href=\"\($0.address.path)\">\($0.words)</a></li>\n" })
        return """
            <nav class="trail" aria-label="\(phrases.say("Kruimelpad", "Breadcrumbs"))">
            <ol>
            \(items)<li aria-current="page">\(title)</li>
            </ol>
            </nav>

            """
    }

    private var warning: HTML {
        guard let staleness else { return "" }
        return "<p class=\"warning\"><strong>\(phrases.say("Let op.", "Note."))</strong> \(staleness)</p>\n"
    }

    private var foot: HTML {
        let items = HTML(joining: links.map { "<li><a href=\"\($0.address.path)\">\($0.words)</a></li>\n" })
        let others: HTML =
            links.isEmpty
            ? ""
            : """
            <nav aria-label="\(phrases.say("Andere vormen van deze pagina", "Other forms of this page"))">
            <ul>
            \(items)</ul>
            </nav>

            """
        let judged: HTML = judged.map { "<p>\($0)</p>\n" } ?? ""
        let name = ["Peilwacht", version].compactMap(\.self).joined(separator: " ")
        return """
            <footer class="foot">
            \(others)\(judged)<p>\(name)</p>
            </footer>

            """
    }
}
