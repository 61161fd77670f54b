package import Indicators

/// Says in a mail that its pictures and its file were left out, in the place of where the file is.
package struct LeftOutWords: Sendable {
    private let language: Language
    /// The name of the file; `nil` where there was none.
    private let table: String?
    private let hasPictures: Bool

    package init(language: Language, table: String?, hasPictures: Bool) {
        self.language = language
        self.table = table
        self.hasPictures = hasPictures
    }

    /// The sentence.
    package var sentence: String {
        let say = Phrases(language).say
        guard table != nil else {
            return say(
                "De grafieken zijn weggelaten: daarmee was deze mail te groot voor de mailserver.",
                "The charts are left out: with them this mail was too large for the mail server."
            )
        }
        let what = hasPictures ? say("De grafieken en de bijlage", "The charts and the attachment") : nil
        let dutch = what.map { "\($0) zijn" } ?? "De bijlage is"
        let english = what.map { "\($0) are" } ?? "The attachment is"
        return say(
            "\(dutch) weggelaten: daarmee was deze mail te groot voor de mailserver. "
                + "Vraag de cijfers aan het adres hieronder.",
            "\(english) left out: with that this mail was too large for the mail server. "
                + "Ask for the figures at the address below."
        )
    }

    /// The plain text, with the sentence before the last paragraph, which says whom to ask.
    package func said(inText text: String) -> String {
        var paragraphs = text.split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
        if let whereItIs {
            paragraphs.removeAll { $0.split(separator: "\n").joined(separator: " ") == whereItIs }
        }
        let lines = TextWrap(width: DigestText.width, breaksWords: true).lines(sentence)
        paragraphs.insert(lines.joined(separator: "\n"), at: max(0, paragraphs.count - 1))
        return paragraphs.joined(separator: "\n\n")
    }

    /// The page: each picture gives way to what it shows in words, and the sentence stands before whom to ask.
    package func said(inPage page: String) -> String {
        var page = Self.withoutPictures(page)
        let told: HTML = "\(sentence)"
        if let whereItIs {
            let old: HTML = "\(whereItIs)"
            if page.contains(old.markup) { return page.replacing(old.markup, with: told.markup, maxReplacements: 1) }
        }
        let paragraph: HTML = "<p class=\"label\" style=\"\(DigestHTML.closingStyle)\">\(sentence)</p>\n"
        let rule = "<hr style=\"\(DigestHTML.ruleStyle)\">\n"
        if let end = page.firstRange(of: rule) { page.insert(contentsOf: paragraph.markup, at: end.upperBound) }
        return page
    }

    private var whereItIs: String? { table.map { Phrases(language).whereFiguresAre($0) } }

    /// `<img src="cid:…" alt="…" …>` → what stands in `alt`, which is escaped for content as well.
    private static func withoutPictures(_ page: String) -> String {
        var shown = ""
        var rest = page[...]
        while let start = rest.firstRange(of: "<img src=\"cid:"),
            let end = rest[start.upperBound...].firstIndex(of: ">")
        {
            shown += rest[..<start.lowerBound]
            let tag = rest[start.upperBound..<end]
            if let alternative = tag.firstRange(of: " alt=\"") {
                shown += tag[alternative.upperBound...].prefix { $0 != "\"" }
            }
            rest = rest[rest.index(after: end)...]
        }
        return shown + rest
    }
}

extension Phrases {
    /// Where the figures behind the alerts of a mail are.
    func whereFiguresAre(_ table: String) -> String {
        say(
            "De cijfers achter deze meldingen staan in de bijlage \(table).",
            "The figures behind these alerts are in the attachment \(table)."
        )
    }
}
