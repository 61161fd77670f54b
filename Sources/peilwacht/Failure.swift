import ArgumentParser
import Catalogue
import Daemon
import Foundation
import Indicators

/// The exit statuses of the contract.
extension ExitCode {
    init(_ status: ExitStatus) { self.init(Int32(status.rawValue)) }

    static let incomplete = ExitCode(1)
    static let usage = ExitCode(64)
    static let dataRefused = ExitCode(65)
    static let noSuchFile = ExitCode(66)
    static let ownFault = ExitCode(70)
    static let tryAgainLater = ExitCode(75)
    static let configuration = ExitCode(78)
}

/// A reason to stop, with its words for people and its exit status for scripts.
struct Failure: Error {
    let status: ExitCode
    let message: String

    init(_ status: ExitCode, _ message: String) {
        self.status = status
        self.message = message
    }

    /// An answer of the daemon that is no result.
    init(_ response: ControlResponse) {
        let start = "peilwacht: "
        let isMarked = response.text.hasPrefix(start)
        self.init(ExitCode(Int32(response.status)), isMarked ? response.text : start + response.text)
    }

    /// Why a file that the user named could not be written.
    init(_ error: any Error, writing path: String) {
        let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
        let why =
            (cause as? POSIXError).map { "\(String(cString: strerror($0.code.rawValue))) (errno \($0.code.rawValue))" }
            ?? error.localizedDescription
        self.init(.tryAgainLater, "peilwacht: cannot write '\(path.shownSafely())': \(why.shownSafely(limit: 500))")
    }

    /// Puts any error of the layers below in words.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        // Each fault stands on a line of its own, beginning with its file.
        case let faults as ConfigurationFaults: self.init(ExitCode(ExitStatus(of: faults)), faults.description)
        default: self.init(ExitCode(ExitStatus(of: error)), "peilwacht: \(wordsForPeople(about: error))")
        }
    }

    /// Writes the message to standard error; each line of it is a fault, also where the journal shows only those.
    func tell() {
        guard !message.isEmpty else { return }
        let isInJournal = JournalStream.isStandardError(environment: ProcessInfo.processInfo.environment)
        let mark = isInJournal ? JournalStream.mark(priority: JournalStream.fault) : ""
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { "\(mark)\($0)\n" }
        FileHandle.standardError.write(Data(lines.joined().utf8))
    }
}

/// Writes results to standard output.
func printResult(_ text: String) { printResult(Data(text.utf8)) }

/// Writes results to standard output; where nobody reads them any more, the program ends as `SIGPIPE` ends it.
///
/// Whoever has asked the daemon has that signal ignored by then: a connection that breaks off is no end of the program.
func printResult(_ bytes: Data) {
    do {
        try FileHandle.standardOutput.write(contentsOf: bytes)
    } catch {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
    }
}

/// Prints the answer to a question, read of the store or asked of the daemon.
func printAnswer(
    to subject: ReportQuestion.Subject,
    isJSON: Bool = false,
    disclosing: DisclosureOption? = nil,
    _ options: GlobalOptions
) async throws {
    try await askForAnswer(to: subject, isJSON: isJSON, disclosing: disclosing, options, printResult)
}

/// Asks a question of the store, or of the daemon, and takes the answer in pieces.
///
/// - Parameters:
///   - subject: what is asked.
///   - isJSON: whether the answer is for a program.
///   - disclosing: who has hidden values shown.
///   - options: the options of the command.
///   - work: what a terminal is told meanwhile that is done, where that may take long.
///   - take: takes each piece.
///   - done: is called when the answer is whole, before anything is said beside it.
/// - Throws: the failure, and an exit status that is none.
func askForAnswer(
    to subject: ReportQuestion.Subject,
    isJSON: Bool = false,
    disclosing: DisclosureOption? = nil,
    _ options: GlobalOptions,
    saying work: String? = nil,
    _ take: (String) throws -> Void,
    done: () throws -> Void = {}
) async throws {
    try await answering {
        let active = try options.active()
        let question = ReportQuestion(
            subject,
            isJSON: isJSON,
            at: try options.moment(in: active.zone),
            disclosedTo: disclosing?.who
        )
        let answer = try await Progress.shown(work) {
            try await ReportCommand(active: active).answer(question, take)
        }
        // Who asked the daemon may have been refused.
        if answer.map({ $0.status == .done || $0.status == .incomplete }) ?? true { try done() }
        guard let remarks = answer else { return }
        let failure = Failure(ExitCode(remarks.status), "peilwacht: \(remarks.words)")
        guard remarks.status != .done else { return failure.tell() }
        throw failure
    }
}

/// Runs a command's body and puts what goes wrong in words.
func answering(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let code as ExitCode {
        throw code
    } catch {
        throw Failure(error)
    }
}
