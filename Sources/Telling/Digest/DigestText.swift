package import Alerting
internal import Assessment
package import Indicators

/// The digest as plain text.
package enum DigestText {
    /// The text, hard wrapped at 72 columns, with line feeds.
    package static func render(_ digest: Digest, sender: MailSender, zone: LocalZone, language: Language) -> String {
        render(DigestPage(digest, sender: sender, zone: zone, language: language))
    }

    /// The text of what a digest says.
    package static func render(_ page: DigestPage) -> String {
        var lines = title(page.heading, underline: "=")
        for paragraph in page.lead { lines += TextWrap.lines(paragraph) }
        for section in page.sections { lines += [""] + text(of: section) }
        lines += ["", ""] + title(page.aboutHeading, underline: "-")
        for paragraph in page.about { lines += TextWrap.lines(paragraph) + [""] }
        lines += TextWrap.lines("\(page.contact) \(page.contactAddress)")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func title(_ heading: String, underline: String) -> [String] {
        let lines = TextWrap.lines(heading)
        return lines + [String(repeating: underline, count: lines.map(\.count).max() ?? 0), ""]
    }

    private static func text(of section: DigestPage.Section) -> [String] {
        var lines = [""] + title(section.heading, underline: "-")
        if let introduction = section.introduction { lines += TextWrap.lines(introduction) + [""] }
        lines += section.entries.map(text).joined(separator: [""])
        for line in section.lines { lines += TextWrap.lines("- \(line)", hanging: 2) }
        return lines
    }

    private static func text(of entry: DigestPage.Entry) -> [String] {
        TextWrap.lines("\(entry.light.symbol) \(entry.word): \(entry.title)", hanging: 2)
            + TextWrap.lines("  \(entry.verdict)", hanging: 2)
            + entry.facts.flatMap { TextWrap.lines("  \($0.label): \($0.value)", hanging: 4) }
    }
}
