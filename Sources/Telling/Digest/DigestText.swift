package import Alerting
internal import Assessment
package import Indicators

/// The digest as plain text.
package enum DigestText {
    private static let wrap = TextWrap(width: 72, breaksWords: true)

    /// The text, hard wrapped at 72 columns, with line feeds.
    package static func render(_ digest: Digest, sender: MailSender, zone: LocalZone, language: Language) -> String {
        render(DigestPage(digest, sender: sender, zone: zone, language: language))
    }

    /// The text of what a digest says.
    package static func render(_ page: DigestPage) -> String {
        var lines = title(page.heading, underline: "=")
        for paragraph in page.lead { lines += wrap.lines(paragraph) }
        for section in page.sections { lines += [""] + text(of: section) }
        lines += ["", ""] + title(page.aboutHeading, underline: "-")
        for paragraph in page.about { lines += wrap.lines(paragraph) + [""] }
        lines += wrap.lines("\(page.contact) \(page.contactAddress)")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func title(_ heading: String, underline: String) -> [String] {
        let lines = wrap.lines(heading)
        return lines + [String(repeating: underline, count: lines.map(\.count).max() ?? 0), ""]
    }

    private static func text(of section: DigestPage.Section) -> [String] {
        var lines = [""] + title(section.heading, underline: "-")
        if let introduction = section.introduction { lines += wrap.lines(introduction) + [""] }
        lines += section.entries.map(text).joined(separator: [""])
        for line in section.lines { lines += wrap.lines("- \(line)", hanging: 2) }
        return lines
    }

    private static func text(of entry: DigestPage.Entry) -> [String] {
        wrap.lines("\(entry.light.symbol) \(entry.word): \(entry.title)", hanging: 2)
            + wrap.lines("  \(entry.verdict)", hanging: 2)
            + entry.facts.flatMap { wrap.lines("  \($0.label): \($0.value)", hanging: 4) }
    }
}
