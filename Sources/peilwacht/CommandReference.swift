import ArgumentParser

/// The commands as documents, made of their own help.
enum CommandReference {
    /// Every command that the help shows, each followed by those within it.
    private static let commands = shown(Peilwacht.configuration.subcommands)

    private static func shown(_ commands: [any ParsableCommand.Type]) -> [any ParsableCommand.Type] {
        commands.filter { $0.configuration.shouldDisplay }.flatMap { [$0] + shown($0.configuration.subcommands) }
    }

    static var markdown: String {
        let sections = commands.map { "## \(name(of: $0))\n\n```text\n\(help(of: $0))\n```\n" }
        return
            "# Commands\n\nMade of `peilwacht --help`; do not edit.\n\n```text\n\(Peilwacht.helpMessage(columns: 100))\n```\n\n"
            + sections.joined(separator: "\n")
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
