import Alerting
import ArgumentParser
import Daemon
import Foundation
import Indicators

/// What all orders about open alerts say.
struct HandlingOptions: ParsableArguments {
    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("Who does it (default: your user name); it is kept and shown.", valueName: "name"))
    var by: String?

    func validate() throws {
        guard by?.allSatisfy(\.isWhitespace) != true else { throw ValidationError("--by needs a name") }
    }

    /// Carries an order out and prints what became of it.
    func carryOut(
        why: String?,
        isJSON: Bool,
        _ deed: (ActiveConfiguration) throws -> HandlingOrder.Deed
    ) async throws {
        try await answering {
            let active = try options.active()
            let clock = try options.clock(in: active.zone)
            let environment = ProcessInfo.processInfo.environment
            let order = HandlingOrder(
                try deed(active),
                by: by ?? SystemUser.name(environment: environment),
                why: why,
                at: clock.now()
            )
            let command = HandlingCommand(active: active, clock: clock, environment: environment)
            let response = try await command.carryOut(order)
            guard response.status == 0 else { throw Failure(response) }
            printResult(isJSON ? response.json + "\n" : response.text)
        }
    }

    static let alertHelp: ArgumentHelp = """
        The alert, as 'alerts' names it: target:wmo-maatwerk/GM0303; where an indicator has one open alert, its id will do.
        """
}

extension LocalZone {
    /// A moment, or the beginning of a day.
    func momentOrDay(_ text: String, option: String) throws(Failure) -> Instant {
        if let moment = moment(text) ?? CalendarDate(text).map(start) { return moment }
        throw Failure(
            .usage,
            "peilwacht: \(option) '\(text.shownSafely())' cannot be read; write '2026-12-01' or '2026-12-01T08:00'"
        )
    }
}
