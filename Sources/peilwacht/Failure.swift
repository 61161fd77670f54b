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
        case let faults as ConfigurationFaults: self.init(.configuration, faults.description)
        case let fault as RelaySettings.Fault: self.init(.configuration, "peilwacht: \(fault)")
        case let fault as ReplacedFolder: self.init(.tryAgainLater, "peilwacht: \(fault)")
        case let fault as HandImport.Fault: self.init(.dataRefused, "peilwacht: \(fault)")
        case let fault as StoreError: self.init(Self.status(of: fault), "peilwacht: \(fault.explanation)")
        default: self.init(.ownFault, "peilwacht: \(String(describing: error).shownSafely(limit: 1000))")
        }
    }

    private static func status(of fault: StoreError) -> ExitCode {
        switch fault {
        case .inUse, .stale: .tryAgainLater
        case .notAStore: .configuration
        case .inputOutput, .failed: .ownFault
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

extension StoreError {
    /// What happened and what an administrator can do.
    fileprivate var explanation: String {
        switch self {
        case .inUse(let path):
            "the store '\(path.shownSafely())' is in use by another process, most likely the running daemon; try again later"
        case .notAStore(let path, let why):
            "the store '\(path.shownSafely())' cannot be used: \(why.shownSafely(limit: 500))"
        case .stale: "the store changed meanwhile; try again"
        case .inputOutput(let what): "the store cannot be read or written: \(what.shownSafely(limit: 500))"
        case .failed(let what): "the store: \(what.shownSafely(limit: 500))"
        }
    }
}

/// Opens the store for reading; `nil` where it does not exist yet.
func openForReading(_ path: String) throws -> (any Store)? {
    guard FilePath(path).isThere else { return nil }
    return try SQLiteStore(path: path, access: .reading)
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
