internal import Files
internal import Storage

/// Why something stays where it is.
package enum InboxTrouble: Hashable, Sendable {
    /// It is a folder: what lies in it is not taken.
    case isFolder
    /// The file system did not let the daemon have it, and said this.
    case fileSystem(String)
    /// The store did not take in what was read of it, for this reason.
    case store(String)

    init(_ fault: FileSystemFault) { self = .fileSystem(fault.description) }

    init(_ fault: StoreError) { self = .store("\(fault)") }

    /// The trouble in one line, for the log.
    package var sentence: String {
        switch self {
        case .isFolder:
            "it is a folder; files are taken from the inbox itself only, and a delivery of OData 4 as one zip"
        case .fileSystem(let why): why
        case .store(let why): "the store did not take it in: \(why)"
        }
    }
}
