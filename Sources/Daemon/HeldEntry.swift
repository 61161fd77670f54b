internal import Feeds
internal import Files
internal import Indicators
internal import SystemPackage

/// A file that is held open for as long as the daemon runs, and that has to go on standing under its path.
///
/// What is held open goes on working when it, or a folder above it, is renamed or removed; whoever starts next, or asks,
/// would meet another one.
struct HeldEntry: Sendable {
    /// What it is, for people.
    let what: String
    let path: String
    private let held: FileStatus

    /// Remembers what stands under the path now; `nil` where nothing does.
    init?(_ what: String, at path: String) throws(FileSystemFault) {
        guard let held = try Self.status(path) else { return nil }
        (self.what, self.path, self.held) = (what, path, held)
    }

    /// Refuses to go on where another one, or none, has its path now; where that cannot be said, it is taken to stand.
    func verify() throws(ReplacedFolder) {
        let now: FileStatus?
        do throws(FileSystemFault) {
            now = try Self.status(path)
        } catch {
            guard error.code == .noSuchFileOrDirectory else { return }
            now = nil
        }
        if now?.isSameEntry(as: held) == true { return }
        let what = now == nil ? "is gone" : "was replaced while it was in use"
        throw ReplacedFolder(description: "\(self.what) '\(path.shownSafely())' \(what); ends for a restart")
    }

    private static func status(_ path: String) throws(FileSystemFault) -> FileStatus? {
        let path = FilePath(path)
        return try Directory.open(path.folder.string).status(of: FileName(endOf: path))
    }
}
