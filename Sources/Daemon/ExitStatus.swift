internal import Catalogue
internal import Files
internal import Indicators
internal import Storage
internal import SystemPackage

/// An exit status of the contract, by what caused it.
package enum ExitStatus: Int, Sendable {
    case done = 0
    case incomplete = 1
    case usage = 64
    case dataRefused = 65
    case noSuchFile = 66
    case ownFault = 70
    case tryAgainLater = 75
    /// Only for what the administrator wrote: the service is not started again until somebody has mended that.
    case configuration = 78

    /// The status that an error of any layer means.
    package init(of error: any Error) {
        self =
            switch error {
            case let faults as ConfigurationFaults: faults.cause == .passing ? .tryAgainLater : .configuration
            case let fault as RelaySettings.Fault: fault.isPassing ? .tryAgainLater : .configuration
            case let fault as StoreError: Self(of: fault)
            case let fault as FileSystemFault: Self(of: fault)
            case let fault as StoreCopyFault: Self(of: fault)
            case is HandImport.Fault: .dataRefused
            case is HandlingFolder.Unsafe: .configuration
            case let question as Reporter.Unanswerable: question.status
            case let fault as UnusableFolder: Self(of: fault.fault)
            case is ControlClient.Fault, is ControlServer.Fault, is ReplacedFolder, is OrderNotAllowed,
                is WorkFolder.InUse:
                .tryAgainLater
            default: .ownFault
            }
    }

    private init(of fault: StoreError) {
        self =
            switch fault {
            case .inUse, .stale, .unreadable, .passing, .inputOutput: .tryAgainLater
            case .notAStore: .configuration
            case .failed: .ownFault
            }
    }

    private init(of fault: StoreCopyFault) {
        self =
            switch fault {
            case .exists: .usage
            case .missing: .noSuchFile
            case .notAStore, .damaged: .dataRefused
            case .differs: .ownFault
            case .notWritten: .tryAgainLater
            }
    }

    private init(of fault: FileSystemFault) {
        self =
            switch fault {
            case .notAName: .usage
            case .otherFileSystem: .configuration
            case .syncFailed, .failed: .tryAgainLater
            }
    }
}

/// An error of any layer in one line that an administrator can act on.
package func wordsForPeople(about error: any Error) -> String {
    switch error {
    case let fault as StoreError: fault.explanation
    case let fault as StoreCopyFault: fault.explanation
    case let faults as ConfigurationFaults: faults.description
    case let question as Reporter.Unanswerable: question.words
    default: String(describing: error).shownSafely(limit: 1000)
    }
}

/// Whether nothing is lost and the same work may well succeed in a moment.
func isPassing(_ error: any Error) -> Bool {
    switch error {
    case StoreError.passing, StoreError.stale: true
    // Rights that somebody took from a folder, somebody can give back.
    case let fault as FileSystemFault: (fault.isPassing || fault.code == .permissionDenied) && !fault.isFatal
    default: false
    }
}

extension StoreCopyFault {
    /// What happened and what an administrator can do.
    fileprivate var explanation: String {
        switch self {
        case .exists(let path): "'\(path.shownSafely())' exists already, and nothing is written over; name another file"
        case .missing(let path): "there is no file '\(path.shownSafely())'"
        case .notAStore(let path, let why):
            "'\(path.shownSafely())' is no backup that can be used: \(why.shownSafely(limit: 500))"
        case .damaged(let path, let why):
            "'\(path.shownSafely())' is damaged: \(why.shownSafely(limit: 500)); take an earlier backup"
        case .notWritten(let path, let why):
            "'\(path.shownSafely())' cannot be written: \(why.shownSafely(limit: 500)); nothing is left of it"
        case .differs(let path): "the copy of '\(path.shownSafely())' is not what was copied, and was removed"
        }
    }
}

extension StoreError {
    /// What happened and what an administrator can do.
    fileprivate var explanation: String {
        switch self {
        case .inUse(let path):
            "the store '\(path.shownSafely())' is in use by another process, most likely the running daemon; try again later"
        case .notAStore(let path, let why):
            "the store '\(path.shownSafely())' cannot be used: \(why.shownSafely(limit: 500))"
        case .unreadable(let path, let why):
            "the store '\(path.shownSafely())' cannot be read: \(why.shownSafely(limit: 500))"
        case .stale: "the store changed meanwhile; try again"
        case .passing(let why): "the store cannot be written now: \(why.shownSafely(limit: 500)); try again later"
        case .inputOutput(let what): "the store cannot be read or written: \(what.shownSafely(limit: 500))"
        case .failed(let what): "the store: \(what.shownSafely(limit: 500))"
        }
    }
}
