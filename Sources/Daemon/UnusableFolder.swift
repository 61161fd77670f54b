internal import Files
internal import SystemPackage

/// A folder of the configuration that cannot be opened, by its key.
struct UnusableFolder: Error, Hashable, CustomStringConvertible {
    /// As `check --probe` names it: `folders: receipts`.
    let key: String
    let fault: FileSystemFault

    /// Opens something, and says of a fault which key it is about.
    static func naming<Opened>(
        _ key: String,
        _ open: () throws(FileSystemFault) -> Opened
    ) throws(UnusableFolder) -> Opened {
        do throws(FileSystemFault) {
            return try open()
        } catch {
            throw UnusableFolder(key: key, fault: error)
        }
    }

    var description: String { "\(key): \(fault)\(advice); 'peilwacht check --probe' tries all folders" }

    private var advice: String {
        switch fault.code {
        case .notDirectory?: "; what stands there is no folder: move it away, or name another folder"
        case .permissionDenied?, .notPermitted?: "; give the daemon's user rights to it, or name another folder"
        case .noSuchFileOrDirectory?: "; make the folder above it, or name another folder"
        default: ""
        }
    }
}
