internal import Indicators

/// The configuration reference as Markdown: every key with its type, its default and its meaning.
package func configurationReferenceMarkdown() -> String {
    let files: [(String, [ReferenceSection])] = [
        ("peilwacht.yaml", ReferenceSection.configurationFile),
        ("A programme file", ReferenceSection.programmeFile),
        ("A feed file", ReferenceSection.feedFile),
        ("A file of rule tests", ReferenceSection.ruleTestFile),
        ("A file of handling", ReferenceSection.handlingFile),
    ]
    let parts = files.map { title, sections in
        "## \(title)\n\n" + sections.map(markdown).joined(separator: "\n")
    }
    return "# Configuration reference\n\n\(referenceIntroduction)\n\n" + parts.joined(separator: "\n")
        + "\n\(notations())"
}

/// What the types mean, in the words of the faults.
private func notations() -> String {
    let notations = [
        ("a duration", Notations.durationWords), ("a size", Notations.sizeWords), ("days", Notations.daysWords),
        ("a time to keep", Notations.retentionWords),
        ("a time for a value", Notations.dueMeaning),
        ("an hour", Notations.clockWords),
        ("a tolerance", Notations.toleranceWords), ("a number", Notations.decimalWords), ("an id", Notations.idWords),
        ("a CBS code", Notations.areaWords), ("a period", Notations.periodWords),
        ("a target", TargetNotationError.notations),
    ]
    return "## Notations\n\n" + notations.map { "- **\($0)** is \($1)\n" }.joined()
}

private let referenceIntroduction = """
    Written from the tables that the program reads by. An unknown key is a fault that names the known one that is like it; \
    `peilwacht check` lists every fault with its line and column. YAML anchors, aliases and tags are not accepted; \
    a text that begins with `>`, `-`, `*`, `&`, `%` or `|` stands in quotes.
    """

private func markdown(_ section: ReferenceSection) -> String {
    let rows = section.keys.map { key in
        let cells = ["`\(key.name)`", key.type, key.fallback ?? "**required**", key.meaning]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    let head = "### \(section.name)\n\n| key | type | default | meaning |\n| --- | --- | --- | --- |\n"
    return head + rows.joined(separator: "\n") + "\n"
}
