internal import Feeds
internal import Files
internal import Indicators

/// A dropped file of which a copy was taken, because nobody could say whether its writer had finished.
///
/// It is kept in the folder for work for a while, and is a new delivery where its writer goes on. What it was stands in the
/// name of its folder, which outlives the program.
struct Original: Hashable {
    /// The claim on the copy.
    let copy: FileName
    /// In bytes, when the copy was made.
    let size: Int
    /// In nanoseconds since 1970, when the copy was made.
    let modified: Int64

    /// What is remembered of one between two looks.
    struct Memory {
        var status: FileStatus
        var since: Instant
    }

    init(copy: FileName, _ status: FileStatus) {
        self.copy = copy
        size = status.size
        modified = status.modified
    }

    /// The original whose folder has that name; `nil` where the name is none of ours.
    init?(folderName: FileName) {
        let parts = String(decoding: folderName.bytes, as: UTF8.self)
            .split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[1] == Self.mark, let size = Int(parts[2]), let modified = Int64(parts[3]) else {
            return nil
        }
        copy = FileName(String(parts[0]))
        self.size = size
        self.modified = modified
    }

    var folderName: FileName { copy.extended(by: ".\(Self.mark).\(size).\(modified)") }

    private static let mark = "original"

    func isUnchanged(_ status: FileStatus) -> Bool { status.size == size && status.modified == modified }
}
