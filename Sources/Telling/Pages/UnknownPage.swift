package import Indicators

/// What is shown where nothing stands at an address: what was asked, and what may have been meant.
package struct UnknownPage: Sendable {
    private let frame: PageFrame
    private let sentence: String
    private let meant: [(words: String, address: PageAddress)]
    private let hint: String?

    /// A page that says that something is not there.
    ///
    /// - Parameters:
    ///   - sentence: what is not there.
    ///   - meant: what may have been meant.
    ///   - hint: what stands above that; `nil` to ask whether it was meant.
    ///   - language: the language.
    package init(
        _ sentence: String,
        meant: [(words: String, address: PageAddress)] = [],
        hint: String? = nil,
        language: Language
    ) {
        self.hint = hint
        self.sentence = sentence
        self.meant = meant
        frame = PageFrame(title: Phrases(language).say("Niet gevonden", "Not found"), language: language)
    }

    /// The whole page.
    package var html: String {
        let phrases = Phrases(frame.language)
        let links = meant.map { words, address -> HTML in "<a href=\"\(address.path)\">\(words)</a>" }
        let question = hint ?? phrases.say("Bedoelde u misschien:", "Did you mean:")
        let hint: HTML = links.isEmpty ? "" : "<p>\(question)</p>\n\(HTML.list(links))"
        let back = phrases.say("Naar het overzicht", "To the overview")
        return frame.page(
            "<p>\(sentence.oneLine(limit: 300))</p>\n\(hint)<p><a href=\"\(PageAddress.overview.path)\">\(back)</a></p>\n"
        )
    }
}
