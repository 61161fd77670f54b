import ArgumentParser
import Daemon
import Foundation

struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the daemon in the foreground, until SIGTERM; SIGHUP reads the configuration again."
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Make one whole pass and exit: take in what is ready, judge, write, try what is due.")
    var once = false

    func run() async throws {
        try await answering {
            let active = try options.active()
            let clock = try options.clock(in: active.zone, runsOn: !once)
            let environment = ProcessInfo.processInfo.environment
            do {
                try await work(active, clock, environment)
            } catch let code as ExitCode {
                throw code
            } catch {
                // As a line of the log: it is read there.
                PeilwachtDaemon.log(endBy: error, clock: clock, zone: active.zone, environment: environment)
                throw ExitCode(ExitStatus(of: error))
            }
        }
    }

    private func work(_ active: ActiveConfiguration, _ clock: WallClock, _ environment: [String: String]) async throws {
        let daemon = try PeilwachtDaemon(
            active: active,
            loader: options.loader,
            clock: clock,
            environment: environment
        )
        guard once else { return try await daemon.run() }
        if try await !daemon.runOnce() { throw ExitCode.incomplete }
    }
}
