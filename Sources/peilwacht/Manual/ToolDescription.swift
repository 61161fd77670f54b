import ArgumentParser
import Foundation

/// What the parser says of the commands and their options, read of its own dump.
struct ToolDescription: Decodable {
    struct Command: Decodable {
        let commandName: String
        let abstract: String?
        let discussion: String?
        let shouldDisplay: Bool?
        let subcommands: [Command]?
        let arguments: [Argument]?
    }

    struct Argument: Decodable {
        enum Kind: String, Decodable {
            case positional
            case option
            case flag
        }

        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let kind: Kind
        let shouldDisplay: Bool
        let isOptional: Bool
        let isRepeating: Bool
        let preferredName: Name?
        let valueName: String?
        let defaultValue: String?
        let abstract: String?
        let discussion: String?
    }

    let command: Command

    /// The whole program.
    static func ofProgram() throws -> Command { try read(Peilwacht._dumpHelp()) }

    /// The options that every command has.
    static func globalOptions() throws -> [Argument] { try read(GlobalOptions._dumpHelp()).own }

    private static func read(_ dump: String) throws -> Command {
        try JSONDecoder().decode(Self.self, from: Data(dump.utf8)).command
    }
}

extension ToolDescription.Command {
    /// The arguments that are shown, those apart that every command of this parser has.
    var own: [ToolDescription.Argument] {
        (arguments ?? []).filter { $0.shouldDisplay && !["help", "version"].contains($0.preferredName?.name) }
    }
}

extension ToolDescription.Argument {
    /// The argument as mdoc(7) writes it: `Fl -config Ar file`.
    var macros: String {
        let value = "Ar \(valueName ?? "value")"
        guard let name = preferredName else { return value }
        let flag = "Fl \(name.kind == "short" ? "" : "-")\(name.name.replacing("-", with: "\\-"))"
        switch kind {
        case .flag: return flag
        case .option, .positional: return "\(flag) \(value)"
        }
    }

    /// The argument in a synopsis.
    var synopsis: String { "\(isOptional ? ".Op " : ".")\(macros)\(isRepeating ? " ..." : "")" }

    /// What it means.
    var words: [String] {
        let usual = defaultValue.map { "The default is `\($0)`." }
        return [abstract, discussion, usual].compactMap(\.self)
    }
}
