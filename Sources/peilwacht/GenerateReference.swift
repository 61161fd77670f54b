import ArgumentParser
import Catalogue
import Feeds
import Files

/// Writes the documents that follow from the code, so that they cannot differ from it.
struct GenerateReference: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate-reference",
        abstract: "Write docs/ and man/ from the commands and the configuration keys.",
        shouldDisplay: false
    )

    @Argument(help: "The folder to write docs/ and man/ into.")
    var folder: String

    func run() async throws {
        try await answering {
            let docs = try Directory.open("\(folder)/docs", creating: 0o755)
            try write("commands.md", CommandReference.markdown, in: docs)
            try write("configuration.md", configurationReferenceMarkdown(), in: docs)
            let man = try Directory.open("\(folder)/man", creating: 0o755)
            try write("peilwacht.8", CommandReference.manualPage, in: man)
            try write("peilwacht.yaml.5", ManualPage.configuration(configurationReferenceMarkdown()), in: man)
        }
    }

    private func write(_ name: String, _ text: String, in folder: Directory) throws {
        try DurableFile.write(Array(text.utf8), as: FileName(name), in: folder, mode: 0o644)
    }
}

/// The commands as documents, made of their own help.
enum CommandReference {
    private static let commands: [any ParsableCommand.Type] = [
        Run.self, Check.self, Import.self, Status.self, Targets.self, TargetsRead.self, Alerts.self, Explain.self,
        DigestCommand.self, Queue.self, QueueList.self, QueueRetry.self, QueueDrop.self,
    ]

    static var markdown: String {
        let sections = commands.map { "## \(name(of: $0))\n\n```text\n\(help(of: $0))\n```\n" }
        return
            "# Commands\n\nMade of `peilwacht --help`; do not edit.\n\n```text\n\(Peilwacht.helpMessage(columns: 100))\n```\n\n"
            + sections.joined(separator: "\n")
    }

    static var manualPage: String {
        let sections = commands.map { ManualPage.section(name(of: $0), verbatim: help(of: $0)) }
        return ManualPage.heading("peilwacht", 8, "watch the indicators of a municipality's social domain")
            + ManualPage.section("SYNOPSIS", verbatim: "peilwacht [--config FILE] [--root DIR] [--at TIME] COMMAND")
            + ManualPage.section("DESCRIPTION", verbatim: Peilwacht.helpMessage(columns: 78))
            + sections.joined()
            + ManualPage.section(
                "FILES",
                verbatim: """
                    /etc/peilwacht/peilwacht.yaml    the configuration, see peilwacht.yaml(5)
                    /srv/peilwacht/inbox             where measurement files are dropped
                    /var/log/peilwacht/alerts.jsonl  the alert log
                    """
            )
    }

    private static func help(of command: any ParsableCommand.Type) -> String {
        Peilwacht.helpMessage(for: command, columns: 78)
    }

    private static func name(of command: any ParsableCommand.Type) -> String {
        let own = command.configuration.commandName ?? String(describing: command).lowercased()
        let parent = commands.first { $0.configuration.subcommands.contains { $0 == command } }
        return (parent.map(name) ?? "peilwacht") + " \(own)"
    }
}

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
