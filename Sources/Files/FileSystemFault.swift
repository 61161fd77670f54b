package import SystemPackage

/// What the file system answered instead of doing as asked.
///
/// Paths in it are escaped.
package enum FileSystemFault: Error, Hashable, Sendable {
    /// Writing to disk failed; what is in memory cannot be trusted any more.
    ///
    /// The process must end and start again from what is committed: a second `fsync` may succeed without having written
    /// anything.
    case syncFailed(path: String, code: Errno)
    /// A rename from one file system, or one mount, to another.
    case otherFileSystem(from: String, to: String)
    /// The name is empty, too long, `.` or `..`, or holds a slash or a NUL.
    case notAName(String)
    /// Any other call that failed.
    case failed(call: String, path: String, code: Errno)

    /// What the system answered; `nil` where no call was made.
    package var code: Errno? {
        switch self {
        case .syncFailed(_, let code), .failed(_, _, let code): code
        case .otherFileSystem: .improperLink
        case .notAName: nil
        }
    }

    /// Whether the same call may well succeed later: the machine was short of something, a disk stumbled once, or it is mounted
    /// for reading only, until somebody mends that.
    package var isPassing: Bool { code.map(Self.passing.contains) ?? false }

    private static let passing: Set<Errno> = [
        .ioError, .tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory, .resourceTemporarilyUnavailable, .noSpace,
        .diskQuotaExceeded, .readOnlyFileSystem, .staleNFSFileHandle, .timedOut, .resourceBusy, .interrupted,
    ]

    /// Whether the process must end, because nothing it wrote is certain.
    package var isFatal: Bool {
        if case .syncFailed = self { true } else { false }
    }
}

extension FileSystemFault: CustomStringConvertible {
    /// The fault as one line.
    package var description: String {
        switch self {
        case .syncFailed(let path, let code):
            "write \(path) to disk: \(code.inWords); the process must start again from what is committed"
        case .otherFileSystem(let from, let to):
            "move \(from) to \(to): the folders must lie on one file system and, in a service, under one writable parent"
        case .notAName(let name): "'\(name)' cannot be the name of a file"
        case .failed(let call, let path, let code): "\(call) \(path): \(code.inWords)"
        }
    }
}
