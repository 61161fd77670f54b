internal import Files
internal import Indicators

/// The folder that files are taken through, locked: two daemons with stores of their own, as a copied configuration makes, would
/// share the files of one inbox out among them.
struct WorkFolder {
    /// Another one takes files through it.
    struct InUse: Error, Hashable, CustomStringConvertible {
        let description: String
    }

    private let folder: Directory

    /// Locks the folder at a path until the end.
    ///
    /// - Throws: ``InUse``, `FileSystemFault`.
    init(locking path: String) throws {
        folder = try Directory.open(path)
        guard try folder.lock() else {
            throw InUse(
                description:
                    "another daemon takes files through '\(path.shownSafely())'; give each watch an inbox and a work "
                    + "folder of its own, or try again later"
            )
        }
    }
}
