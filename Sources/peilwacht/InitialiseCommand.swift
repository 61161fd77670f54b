import ArgumentParser
import Catalogue
import Daemon
import Foundation
import Indicators

struct InitialiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write a small configuration to start from.",
        discussion: """
            The folder is made where it is not there; a file that is there is never written over. What is written has no \
            fault, mails nobody, and holds nothing of another municipality; its comments say what to change.

            For the installed service: peilwacht init /etc/peilwacht --service.
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

    @Flag(help: "Write the folders of the installed service, and not those under var/.")
    var service = false

    private var places: StartingPlaces { service ? .service : .here }

    func run() throws {
        do {
            let year = LocalZone.utc.local(WallClock.system.now()).date.year
            let starting = StartingConfiguration(
                of: try municipality.map(MunicipalityChoice.find),
                from: year,
                in: places
            )
            try StartingFolder(folder).write(starting)
            printResult(nextSteps(starting))
        } catch let fault as MunicipalityChoice.Fault {
            throw Failure(.usage, "peilwacht: \(fault)")
        } catch let fault as StartingFolder.Fault {
            throw Failure(.usage, "peilwacht: \(fault)")
        } catch {
            throw Failure(error)
        }
    }

    private func nextSteps(_ starting: StartingConfiguration) -> String {
        let shown = folder.shownSafely()
        let configuration = "\(shown)/peilwacht.yaml"
        let measurement = starting.measurement.replacing("\n", with: "\\n")
        let written = starting.files.map { "  \(shown)/\($0.path)\n" }.joined()
        let commands = Commands(folder, places)
        let programme = "\(shown)/programmes/sociaal-domein.yaml"
        let municipality =
            starting.isExample
            ? "Put the CBS code and the name of your municipality in \(programme)\n     (or begin anew in another folder, "
                + "with --municipality NAME), and your indicators"
            : "Put your indicators in \(programme)"
        return """
            Written:
            \(written)
            Next:
              1. \(municipality); the one in it is an example with made-up numbers
              2. \(commands.tried) check
              3. \(commands.start)
              4. printf '\(measurement)' > \(places.files)/inbox/first.csv
              5. \(commands.program) status
              6. Mail: fill in 'mail' and 'subscriptions' in \(configuration)

            """
    }
}

extension InitialiseCommand {
    /// What is typed next.
    private struct Commands {
        /// The program with what was written.
        let tried: String
        /// How the daemon is started.
        let start: String
        /// The program with what the daemon reads.
        let program: String

        init(_ folder: String, _ places: StartingPlaces) {
            let usual = "/etc/peilwacht"
            let isUsual = URL(filePath: folder).standardizedFileURL.path(percentEncoded: false) == usual
            let path = folder.hasSuffix("/") ? "\(folder)peilwacht.yaml" : "\(folder)/peilwacht.yaml"
            let option = isUsual ? "" : " --config \(path.quotedForShell)"
            let enable = "sudo systemctl enable --now peilwacht"
            switch places {
            case .here:
                tried = "peilwacht\(option)"
                program = tried
                start = "\(tried) run          (in another terminal; it makes its folders here)"
            case .service:
                program = "sudo -u peilwacht peilwacht"
                tried = program + option
                let move = "The service reads \(usual)/peilwacht.yaml: move there what is written, then\n     "
                start = isUsual ? enable : move + enable
            }
        }
    }
}
