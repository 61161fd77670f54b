import Alerting
import ArgumentParser
import Daemon
import Indicators

struct SilenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract: "Hold back the notices of some alerts for a while; at the end what is still wrong is told once.",
        discussion: """
            Alerts are judged, logged and shown all the same, and keep their lights. Mails at once about critical alerts are \
            held back too. What ends meanwhile is told to those who had been told of it. Of several options all must match.
            """
    )

    @OptionGroup var order: HandlingOptions
    @OptionGroup var scope: SilenceOptions

    @Option(help: ArgumentHelp("The reason, which is kept with your name.", valueName: "text"))
    var why: String?

    @Option(help: ArgumentHelp("From this day or moment on (default: now).", valueName: "time"))
    var from: String?

    @Option(help: ArgumentHelp("Until this moment, or the beginning of this day; at most a year.", valueName: "time"))
    var until: String?

    @Flag(help: "Show the silences that are left, and make none.")
    var list = false

    @Flag(help: "Print one JSON object, of a list one array.")
    var json = false

    func validate() throws {
        guard !list else {
            guard scope.scope.isEmpty, why == nil, from == nil, until == nil else {
                throw ValidationError("--list makes no silence; leave the other options out")
            }
            return
        }
        guard let why, !why.allSatisfy(\.isWhitespace) else { throw ValidationError("--why needs a reason") }
        guard until != nil else { throw ValidationError("--until is missing: a silence has an end") }
        guard !scope.scope.isEmpty else {
            throw ValidationError(
                "name what has to be silent: --programme, --package, --indicator, --area, --rule or --owner"
            )
        }
    }

    func run() async throws {
        guard !list else { return try await printAnswer(to: .silences, isJSON: json, order.options) }
        try await order.carryOut(why: why, isJSON: json) { active in
            .silence(
                scope.scope,
                from: try from.map { try active.zone.momentOrDay($0, option: "--from") },
                until: try active.zone.momentOrDay(until ?? "", option: "--until")
            )
        }
    }
}

/// What is to be silent.
struct SilenceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The id of a programme; this and those below may be given several times.", valueName: "id"),
        completion: Completions.programmes
    )
    var programme: [String] = []

    @Option(
        help: ArgumentHelp("The id of a package, or programme/package.", valueName: "id"),
        completion: Completions.packages
    )
    var package: [String] = []

    @Option(help: ArgumentHelp("The id of an indicator.", valueName: "id"), completion: Completions.indicators)
    var indicator: [String] = []

    @Option(
        help: ArgumentHelp("An area, by its code or name; what lies within it is silent too.", valueName: "area"),
        completion: Completions.areas
    )
    var area: [String] = []

    @Option(help: ArgumentHelp("A rule, such as overdue.", valueName: "name"))
    var rule: [String] = []

    @Option(
        help: ArgumentHelp("The owner of indicators, as the programme files name it.", valueName: "name"),
        completion: Completions.owners
    )
    var owner: [String] = []

    var scope: Silence.Scope {
        var scope = Silence.Scope()
        scope.programmes = Set(programme)
        scope.packages = Set(package)
        scope.indicators = Set(indicator)
        scope.areas = Set(area)
        scope.rules = Set(rule)
        scope.owners = Set(owner)
        return scope
    }
}
