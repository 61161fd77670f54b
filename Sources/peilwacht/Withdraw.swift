import ArgumentParser
import Daemon
import Feeds
import Foundation
import Indicators
import Storage

struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take back a value that is wrong: the older one holds again, or none.",
        discussion: """
            Nothing is removed: the value stays readable as a revision, with who withdrew it and why. A file can do the same, \
            with a row whose status is 'ingetrokken' and whose note says why.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The id of the indicator, such as wmo-maatwerk.", completion: Completions.indicators)
    var indicator: String

    @Argument(help: "The period, such as 2026, 2026-Q1 or 2026-04.")
    var period: String

    @Option(
        help: "The area, by its code or a known name (default: that of the indicator's programme).",
        completion: Completions.areas
    )
    var area: String?

    @Option(help: ArgumentHelp("The breakdown, such as leeftijd=65+.", valueName: "name=value"))
    var breakdown: String?

    @OptionGroup var order: WithdrawalOptions

    func run() async throws {
        try await answering {
            let active = try options.active()
            let subject = WithdrawalOrder.Subject.value(try series(in: active.register), try knownPeriod())
            try await order.carryOut(subject, active, try options.clock(in: active.zone))
        }
    }

    private func knownPeriod() throws -> Period {
        guard let period = Period(period) else {
            throw Failure(
                .usage,
                "peilwacht: '\(self.period.shownSafely())' is not a period; write 2026, 2026-Q1 or 2026-04"
            )
        }
        return period
    }

    private func series(in register: IndicatorRegister) throws -> SeriesKey {
        let id = IndicatorID(indicator)
        guard let known = register.indicators[id] else {
            throw Failure(.usage, "peilwacht: \(register.words(aboutUnknown: indicator))")
        }
        if known.derivation != nil {
            throw Failure(
                .usage,
                "peilwacht: '\(indicator.shownSafely())' is derived; withdraw a value of what it is made of"
            )
        }
        guard let breakdown = breakdown.map({ Breakdown($0) }) ?? .total else {
            throw Failure(.usage, "peilwacht: a breakdown is written name=value, several joined by commas")
        }
        return SeriesKey(indicator: id, area: try knownArea(known, register), breakdown: breakdown)
    }

    private func knownArea(_ known: Indicator, _ register: IndicatorRegister) throws -> AreaCode {
        // What is kept to compare with can be taken back as well.
        let named =
            area.map { register.area(named: $0) ?? register.referenceArea(named: $0) }
            ?? register.expectedSeries(of: known)?.area
        guard let named else {
            let shown =
                area.map { "'\($0.shownSafely())' is not a known area" } ?? "the indicator has no area of its own"
            throw Failure(.usage, "peilwacht: \(shown); give --area with a CBS code or a known name")
        }
        return named
    }
}

struct Undo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take back everything that one file brought: the older values hold again, or none.",
        discussion: """
            Nothing is removed: the values stay readable as revisions, with who took them back and why. Values that a later \
            file has replaced stay as they are.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The file: its name, or the first 6 characters or more of its SHA-256, as its receipt shows them.")
    var `import`: String

    @OptionGroup var order: WithdrawalOptions

    func validate() throws {
        let isShort = name.utf8.count < 6 && name.allSatisfy { $0.isASCII && $0.isHexDigit }
        guard !isShort else {
            throw ValidationError("IMPORT is the name of a file, or the first 6 characters of its SHA-256 at least")
        }
    }

    /// Without the folder, such as `archive`.
    private var name: String { FileName(`import`.split(separator: "/").last.map(String.init) ?? "").printable }

    func run() async throws {
        try await answering {
            let active = try options.active()
            try await order.carryOut(.imported(name), active, try options.clock(in: active.zone))
        }
    }
}

/// What both commands say.
struct WithdrawalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The reason, which is kept with your name.", valueName: "text"))
    var why: String

    @Option(help: ArgumentHelp("Who takes it back (default: your user name).", valueName: "name"))
    var by: String?

    @Flag(help: "Print one JSON object.")
    var json = false

    func validate() throws {
        guard !why.allSatisfy(\.isWhitespace) else { throw ValidationError("--why needs a reason") }
        guard by?.allSatisfy(\.isWhitespace) != true else { throw ValidationError("--by needs a name") }
    }

    func carryOut(_ subject: WithdrawalOrder.Subject, _ active: ActiveConfiguration, _ clock: WallClock) async throws {
        let environment = ProcessInfo.processInfo.environment
        let order = WithdrawalOrder(
            subject,
            by: by ?? SystemUser.name(environment: environment),
            why: why,
            at: clock.now()
        )
        let command = WithdrawalCommand(active: active, clock: clock, environment: environment)
        let response = try await command.carryOut(order)
        guard response.status == 0 else { throw Failure(response) }
        printResult(json ? response.json + "\n" : response.text)
    }
}
