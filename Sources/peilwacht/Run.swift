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
            let daemon = try PeilwachtDaemon(
                active: active,
                loader: options.loader,
                clock: clock,
                environment: ProcessInfo.processInfo.environment
            )
            if once {
                let isComplete = try await daemon.runOnce()
                if !isComplete { throw ExitCode.incomplete }
            } else {
                try await daemon.run()
            }
        }
    }
}
