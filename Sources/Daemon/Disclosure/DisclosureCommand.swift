internal import Assessment
internal import Catalogue
internal import Indicators
internal import Storage
internal import Telling

/// Keeps that somebody has hidden values shown, before they are.
///
/// Who may read the store may see what is in it: the values themselves never go over the socket. The note does, since only
/// the daemon writes.
struct DisclosureCommand {
    let active: ActiveConfiguration
    let who: String

    /// Keeps the note, in the store itself or through the daemon that has it.
    ///
    /// - Throws: ``Reporter/Unanswerable`` where it is not kept; then nothing is shown.
    func keep(_ question: ReportQuestion) async throws { try await keep(command: question.asCommand) }

    /// Keeps the note of a command, as it was written.
    ///
    /// - Throws: ``Reporter/Unanswerable`` where it is not kept; then nothing is shown.
    func keep(command: String) async throws {
        let note = DisclosureNote(by: who, command: command.oneLine(limit: 300), at: WallClock.system.now())
        do {
            try await SQLiteStore.openForWriting(active.configuration).keep(note)
        } catch StoreError.inUse(let path) {
            try await hand(note, toWhoeverHas: path)
        }
    }

    private func hand(_ note: DisclosureNote, toWhoeverHas store: String) async throws {
        let response = try await ControlClient.ask(.disclose(note), of: active.configuration, whoHasTheStore: store)
        guard response.status == 0 else {
            throw Reporter.Unanswerable(
                words: "hidden values are not shown, since it could not be recorded: \(response.text)",
                status: .tryAgainLater
            )
        }
    }
}

extension ReportQuestion {
    /// The question as a command, for the note of who asked it.
    fileprivate var asCommand: String {
        let words =
            switch subject {
            case .status(let isBrief, let choice, _):
                ["status"] + (isBrief ? ["--brief"] : []) + choice.asArguments
            case .alerts(let isAll, _): ["alerts"] + (isAll ? ["--all"] : [])
            case .explain(let indicator): ["explain", indicator]
            case .digest(let recipient): ["digest"] + (recipient.map { ["--to", $0] } ?? [])
            case .queue: ["queue"]
            case .ledger(let query, _): ["ledger"] + query.asArguments
            case .silences: ["silence", "--list"]
            case .report(let programme, let report): ["report", programme] + report.asArguments
            }
        return (words + (isJSON ? ["--json"] : []) + ["--disclose"]).joined(separator: " ")
    }
}

extension SeriesChoice {
    fileprivate var asArguments: [String] {
        [
            ("--light", filter.light?.rawValue), ("--programme", filter.programme), ("--package", filter.package),
            ("--area", area), ("--owner", filter.owner),
        ]
        .flatMap { name, value in value.map { [name, $0] } ?? [] }
    }
}
