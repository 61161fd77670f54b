import Alerting
import ArgumentParser
import Catalogue
import Daemon
import Files
import Foundation
import Indicators
import Mailing

/// The options that every command has.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The configuration.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"])
    )
    var config = "/etc/peilwacht/peilwacht.yaml"

    @Option(
        help: ArgumentHelp(
            "The folder that relative folders in the configuration are meant from (default: the working directory).",
            valueName: "dir"
        ),
        completion: .directory
    )
    var root: String?

    @Option(
        help: ArgumentHelp(
            "Judge as of this moment: 2026-04-01T08:00 (local time) or with an offset.",
            valueName: "time"
        )
    )
    var at: String?

    /// What `--at` means for commands that judge what the store holds.
    static let whatCounts = """
        With --at, values and withdrawals that were recorded after that moment do not count; how many there are is said on \
        standard error. Targets are those of the configuration as it is now. Where nothing had been recorded by then, all \
        values count, as in a backtest; to repeat a history step by step, give 'import' or 'run --once' the same --at.
        """

    private static let names: Set<String> = ["--config", "--root", "--at"]

    /// Moves the global options that stand before the command behind it, where the parser looks for them.
    static func behindCommand(_ arguments: [String]) -> [String] {
        var options: [String] = []
        var rest = arguments[...]
        while let first = rest.first {
            if names.contains(first) {
                options += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if names.contains(where: { first.hasPrefix("\($0)=") }) {
                options.append(first)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        guard let command = rest.first, !command.hasPrefix("-") else { return arguments }
        // What is done with the queue, or with feeds, is a word of its own.
        let own = ["queue": ["list", "retry", "drop"], "feeds": ["suggest"], "mail": ["test"]][command] ?? []
        let words = [command] + rest.dropFirst().prefix(1).filter(own.contains)
        return words + options + rest.dropFirst(words.count)
    }

    /// Reads the whole configuration.
    func load() throws(Failure) -> Configuration {
        let configuration: Configuration
        do throws(ConfigurationFaults) {
            configuration = try loader.load()
        } catch {
            throw Failure(error)
        }
        // Also for a command that has no use for it: a moment that cannot be read is never passed over.
        _ = try moment(in: configuration.zone)
        return configuration
    }

    /// Reads the configuration now and, in the daemon, again on SIGHUP.
    var loader: ConfigurationLoader {
        ConfigurationLoader(
            path: config,
            root: root ?? FileReader.system.workingFolder,
            environment: ProcessInfo.processInfo.environment
        )
    }

    /// The configuration with everything that follows from it.
    func active() throws(Failure) -> ActiveConfiguration { ActiveConfiguration(try load()) }

    /// The moment of `--at`, or `nil` for now.
    func moment(in zone: LocalZone) throws(Failure) -> Instant? { at == nil ? nil : try clock(in: zone).now() }

    /// The clock that `--at` asks for, else the machine's.
    ///
    /// - Parameters:
    ///   - zone: the zone of a moment without an offset.
    ///   - runsOn: whether time goes on from that moment, as a daemon needs.
    /// - Returns: the clock.
    /// - Throws: a usage failure where the moment cannot be read.
    func clock(in zone: LocalZone, runsOn: Bool = false) throws(Failure) -> WallClock {
        guard let at else { return .system }
        guard let moment = zone.moment(at) else {
            throw Failure(
                .usage,
                "peilwacht: the time '\(at.shownSafely())' cannot be read; write '2026-04-01T08:00' or '2026-04-01T08:00+02:00'"
            )
        }
        return runsOn ? .running(from: moment) : .fixed(moment)
    }
}
