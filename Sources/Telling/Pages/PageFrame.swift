package import Indicators

/// What stands around every page: its head, the way to the others, how fresh it is, and its foot.
package struct PageFrame: Hashable, Sendable {
    package let title: String
    package let language: Language
    /// What is red at the top of every page while the page cannot be trusted to be up to date, in words; `nil` where it can.
    package var staleness: String?
    /// When the figures were judged last, in words for the foot.
    package var judged: String?
    /// From the overview down to this page.
    package var trail: [(words: String, address: PageAddress)] = []

    package init(title: String, language: Language) {
        self.title = title
        self.language = language
    }

    package static func == (one: PageFrame, other: PageFrame) -> Bool {
        one.title == other.title && one.language == other.language && one.staleness == other.staleness
            && one.judged == other.judged && one.trail.map(\.address) == other.trail.map(\.address)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(title) }

    /// The whole page, with what stands in it.
    func page(_ content: HTML) -> String {
        let phrases = Phrases(language)
        let html: HTML = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title) – Peilwacht</title>
            <link rel="stylesheet" href="\(PageAddress.stylesheet.path)">
            <link rel="icon" href="\(PageAddress.icon.path)">
            </head>
            <body>
            <a class="skip" href="#inhoud">\(phrases.say("Naar de inhoud", "Skip to content"))</a>
            <main id="inhoud" tabindex="-1">
            <h1>\(title)</h1>
            \(content)
            </main>
            </body>
            </html>

            """
        return html.markup
    }
}
