/// Pieces of a manual page (man(7)).
enum ManualPage {
    static func heading(_ name: String, _ section: Int, _ purpose: String) -> String {
        ".TH \(name.uppercased()) \(section)\n.SH NAME\n\(escaped(name)) \\- \(escaped(purpose))\n"
    }

    static func section(_ title: String, verbatim text: String) -> String {
        ".SH \(escaped(title.uppercased()))\n.nf\n\(escaped(text))\n.fi\n"
    }

    static func configuration(_ markdown: String) -> String {
        heading("peilwacht.yaml", 5, "configuration of peilwacht") + section("DESCRIPTION", verbatim: markdown)
    }

    /// A line that begins with a dot or quote is an instruction to roff, and so is a backslash.
    private static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                let safe = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
                return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&\(safe)" : String(safe)
            }
            .joined(separator: "\n")
    }
}
