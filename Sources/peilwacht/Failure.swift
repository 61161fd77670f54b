import ArgumentParser
import Catalogue
import Daemon
import Files
import Foundation
import Indicators
import Storage
import SystemPackage

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

    /// Puts any error of the layers below in words.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        // Each fault stands on a line of its own, beginning with its file.
        case let faults as ConfigurationFaults: self.init(ExitCode(ExitStatus(of: faults)), faults.description)
        default: self.init(ExitCode(ExitStatus(of: error)), "peilwacht: \(wordsForPeople(about: error))")
        }
    }

    /// Writes the message to standard error.
    func tell() {
        guard !message.isEmpty else { return }
        FileHandle.standardError.write(Data((message + "\n").utf8))
    }
}

/// Writes results to standard output.
func printResult(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
}

/// Opens the store for reading; `nil` where the watch has not begun yet.
///
/// A store that is not there, or cannot be read, is a failure with its name and never taken for empty: where nothing of
/// the watch is there, most likely another folder was meant, and where a log is, a store was.
func openForReading(_ configuration: Configuration) throws -> (any Store)? {
    let path = configuration.storePath
    if try FilePath(path).presence() { return try SQLiteStore(path: path, access: .reading) }
    let traces = [configuration.alertLogPath, "\(path).lock"]
    let hasBegun = try traces.contains { try FilePath($0).presence() }
    let isPrepared = try FilePath(configuration.folders.inbox).presence()
    if isPrepared, !hasBegun { return nil }
    throw Failure(
        .noSuchFile,
        """
        peilwacht: there is no store '\(path.shownSafely())'; the daemon makes it at its first start. Relative paths are \
        meant from --root, which is the working directory where it is not given
        """
    )
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
