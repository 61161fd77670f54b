import ArgumentParser
import Catalogue
import Daemon

struct CheckService: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-service",
        abstract: "Say in one line whether the daemon works, with figures: a plugin for Icinga and Nagios.",
        discussion: """
            Exit status: 0 OK; 1 WARNING: somebody has to look, as with mails that failed, or a configuration that was not \
            taken over; 2 CRITICAL: it does not answer, or does no work; 3 UNKNOWN: nobody could ask. It judges as /healthz \
            does, and complains as 'status' does; red indicators are no fault of the service.

            It asks the daemon over its control socket, and needs no right but to that. With --socket it reads no \
            configuration.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp("The control socket (default: that of the configuration).", valueName: "path"),
        completion: .file()
    )
    var socket: String?

    @Option(help: ArgumentHelp("How long the daemon may take to answer.", valueName: "seconds"))
    var timeout = 10

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        if timeout < 1 { throw ValidationError("--timeout is at least 1") }
        if options.at != nil {
            throw ValidationError("--at does not go with check-service, which says how the daemon does now")
        }
    }

    func run() async throws {
        let answer = await answer()
        printResult(json ? answer.json + "\n" : answer.line)
        throw ExitCode(Int32(answer.status))
    }

    private func path() throws(Failure) -> String {
        if let socket { return socket }
        return try options.load().controlSocketPath
    }

    private func answer() async -> ServiceCheck.Answer {
        let path: String
        do throws(Failure) {
            path = try self.path()
        } catch {
            return ServiceCheck.unknown(error.message)
        }
        return await ServiceCheck(socket: path, patience: timeout).carryOut()
    }
}
