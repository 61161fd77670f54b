internal import Feeds
internal import Files

/// How a folder that is held open stands to its path.
struct FolderStanding: Hashable, Sendable {
    let path: String
    let standing: Directory.Standing

    init(path: String, _ standing: Directory.Standing) {
        self.path = path
        self.standing = standing
    }

    init(_ folder: Directory, at path: String) {
        self.init(path: path, folder.standing(at: path))
    }
}
