import ArgumentParser
import Daemon
import Indicators
import Storage
import Telling

struct Ledger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show who was told what and when, on which figures and targets, and what the relay answered.",
        discussion: """
            Every mail that was made, oldest first, with the changes of alerts that it told, their values, targets and files as \
            they were then, and every attempt to deliver it. With --at, as it stood at that moment. The mails themselves lie \
            in the outbox, byte for byte.

            'accepted' says that the mail server took the mail over; what later mail servers report is in it where \
            'mail: bounces' names the mailbox of the sender.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp("Only mails to this address or of this subscription.", valueName: "who"),
        completion: Completions.recipients
    )
    var to: String?

    @Option(
        help: ArgumentHelp(
            "Only mails about this alert or episode, as 'alerts --json' names it: target:wmo-maatwerk/GM0303#1.",
            valueName: "id"
        )
    )
    var alert: String?

    @Option(help: ArgumentHelp("Only mails made on this day or later, or at this moment.", valueName: "date"))
    var from: String?

    @Option(help: ArgumentHelp("Only mails made on this day or earlier, or by this moment.", valueName: "date"))
    var toDate: String?

    @Flag(help: "Print one JSON array.")
    var json = false

    @Flag(help: "Print a table for a spreadsheet, a row for each change that a mail told.")
    var csv = false

    @OptionGroup var disclosing: DisclosureOption

    @Flag(
        help: """
            Show instead who had hidden values shown, when, and by which command; only for root and the daemon's own user.
            """
    )
    var disclosures = false

    func validate() throws {
        if json, csv { throw ValidationError("--json and --csv are two forms; give one") }
        let asksForMails = [to, alert, from, toDate].contains { $0 != nil } || csv || disclosing.disclose
        if disclosures, asksForMails { throw ValidationError("--disclosures goes with --json and --at only") }
    }

    func run() async throws {
        guard !disclosures else { return try await showDisclosures() }
        try await answering {
            let zone = try options.active().zone
            let query = LedgerQuery(
                recipient: to,
                alert: alert,
                from: try from.map { try moment($0, "--from", in: zone) },
                through: try toDate.map { try moment($0, "--to-date", in: zone, isEnd: true) }
            )
            if let from = query.from, let through = query.through, through < from {
                throw Failure(.usage, "peilwacht: --from lies behind --to-date")
            }
            let form: LedgerReport.Form = json ? .json : csv ? .csv : .text
            try await printAnswer(to: .ledger(query, as: form), disclosing: disclosing, options)
        }
    }

    private func showDisclosures() async throws {
        try await answering {
            let active = try options.active()
            let moment = try options.moment(in: active.zone)
            printResult(try await DisclosureNotes(active: active).report(until: moment, isJSON: json))
        }
    }
}
