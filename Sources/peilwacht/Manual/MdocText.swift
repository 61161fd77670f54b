/// Running text as mdoc(7) writes it.
enum MdocText {
    /// A line of the source is not longer where it can be broken.
    private static let longestLine = 76

    /// Text with the marks of Markdown, as lines: each sentence begins one.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in inline(text).split(separator: " ") {
            if !line.isEmpty, width(line) + 1 + width(word) > longestLine || endsSentence(line) {
                lines.append(endsInAbbreviation(line) ? "\(line)\\&" : line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [line]).filter { !$0.isEmpty }.map(guarded)
    }

    /// A line that is shown as it stands.
    static func literal(_ line: String) -> String { guarded(escaped(line, asCode: true)) }

    /// Text as arguments of a macro.
    static func arguments(_ text: String) -> String {
        inline(text).replacing("\"", with: "\\(dq").split(separator: " ").map { word in
            isLikeMacro(word) ? "\\&\(word)" : String(word)
        }
        .joined(separator: " ")
    }

    /// A short word with one capital, the first, may be the name of a macro.
    private static func isLikeMacro(_ word: Substring) -> Bool {
        (2...3).contains(word.utf8.count) && word.first?.isUppercase == true
            && word.dropFirst().allSatisfy(\.isLowercase)
    }

    /// A line that begins with a dot or quote is an instruction to roff.
    private static func guarded(_ line: String) -> String {
        line.hasPrefix(".") || line.hasPrefix("'") ? "\\&\(line)" : line
    }

    /// In characters as mandoc(1) counts them: one that is not ASCII is written out.
    private static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 8) }
    }

    private static func endsSentence(_ line: String) -> Bool {
        guard let last = line.last(where: { !")\"'”»".contains($0) }) else { return false }
        return ".?!".contains(last) && !endsInAbbreviation(line)
    }

    /// Whether the last word is one as `t.o.v.`: letters with a dot behind each.
    private static func endsInAbbreviation(_ line: String) -> Bool {
        guard line.hasSuffix("."), let word = line.split(separator: " ").last else { return false }
        let letters = word.drop { $0 == "(" }.split(separator: ".")
        return letters.count > 1 && letters.allSatisfy { $0.count <= 2 }
    }

    /// The text with what stands between backticks in bold, and links by their words.
    private static func inline(_ text: String) -> String {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .map { place, part in
                place.isMultiple(of: 2) ? plain(String(part)) : bold(escaped(String(part), asCode: true))
            }
            .joined()
    }

    private static func plain(_ text: String) -> String {
        escaped(withoutLinks(text), asCode: false).components(of: "**").enumerated()
            .map { place, part in place.isMultiple(of: 2) ? part : bold(part) }
            .joined()
            .replacing(/\*([^*\s][^*]*)\*/) { "\\fI\($0.output.1)\\fP" }
    }

    private static func bold(_ text: String) -> String { "\\fB\(text)\\fP" }

    /// `[words](address)` as its words, or as the place in the manual that says the same.
    private static func withoutLinks(_ text: String) -> String {
        text.replacing(/\[([^\]]*)\]\(([^)#]*)[^)]*\)/) { link in
            places[String(link.output.2)] ?? String(link.output.1)
        }
    }

    private static let places = [
        "configuration.md": "KEYS below", "commands.md": "peilwacht(8)", "programmes.md": "peilwacht-programme(5)",
        "feeds.md": "peilwacht-feed(5)",
    ]

    /// A hyphen in code is a minus, which can be copied to a command line.
    private static func escaped(_ text: String, asCode: Bool) -> String {
        let safe = text.replacing("\\", with: "\\e")
        return asCode ? safe.replacing("-", with: "\\-") : safe
    }
}

extension String {
    fileprivate func components(of separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
