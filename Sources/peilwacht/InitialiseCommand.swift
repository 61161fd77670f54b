import ArgumentParser
import Catalogue
import Daemon
import Feeds
import Files
import Foundation
import Indicators

struct InitialiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a small configuration to start from.",
        discussion: """
            The folder is made where it is not there; a file that is there is never written over. What is written has no \
            fault, mails nobody, and holds nothing of another municipality; its comments say what to change.
            """
    )

    @Argument(help: ArgumentHelp("The folder to write it in.", valueName: "dir"), completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp(
            "The municipality, by its name or its CBS code (default: a made-up one, to be filled in).",
            valueName: "name"
        )
    )
    var municipality: String?

    func run() throws {
        do {
            let year = LocalZone.utc.local(WallClock.system.now()).date.year
            let starting = StartingConfiguration(of: try municipality.map(known), from: year)
            for file in starting.files { try write(file) }
            printResult(nextSteps(starting))
        } catch {
            throw Failure(error)
        }
    }

    private func known(_ text: String) throws(Failure) -> Municipality {
        let all = Municipalities.standard
        let code = AreaCode(cbs: text.uppercased())
        let found = (code.map { [$0] } ?? all.areas(named: text)).compactMap(all.municipality).filter {
            $0.until == nil
        }
        guard found.count <= 1 else {
            let codes = found.map { "\($0.name) (\($0.code))" }.joined(separator: ", ")
            throw Failure(.usage, "peilwacht: '\(text.shownSafely())' may be \(codes); give the code")
        }
        guard let municipality = found.first else {
            let hint = NearestName.find(text, in: all.current.map(\.name)).map { "; did you mean '\($0)'?" } ?? ""
            throw Failure(.usage, "peilwacht: there is no municipality '\(text.shownSafely())' today\(hint)")
        }
        return municipality
    }

    private func write(_ file: StartingConfiguration.File) throws {
        let parts = file.path.split(separator: "/").map(String.init)
        var directory = try Directory.open(absolute, creating: 0o755)
        for part in parts.dropLast() { directory = try directory.folder(FileName(part), creating: 0o755) }
        let name = FileName(parts[parts.count - 1])
        let aside = try DurableFile.writeAside(in: directory, mode: 0o644) { try $0.write(Array(file.text.utf8)) }
        guard try directory.move(aside, to: directory, as: name) else {
            try directory.remove(aside)
            throw Failure(.usage, "peilwacht: '\(directory.shown(name))' is there already, and stays as it is")
        }
        try directory.sync()
    }

    private var absolute: String {
        folder.hasPrefix("/") ? folder : "\(FileReader.system.workingFolder)/\(folder)"
    }

    private func nextSteps(_ starting: StartingConfiguration) -> String {
        let shown = folder.shownSafely()
        let configuration = "\(shown)/peilwacht.yaml"
        let measurement = starting.measurement.replacing("\n", with: "\\n")
        let written = starting.files.map { "  \(shown)/\($0.path)\n" }.joined()
        return """
            Written:
            \(written)
            Next:
              1. Put your municipality and your indicators in \(shown)/programmes/sociaal-domein.yaml
              2. peilwacht --config \(configuration) check
              3. peilwacht --config \(configuration) run          (in another terminal; it makes its folders here)
              4. printf '\(measurement)' > var/inbox/first.csv
              5. peilwacht --config \(configuration) status
              6. Mail: fill in 'mail' and 'subscriptions' in \(configuration)

            """
    }
}
