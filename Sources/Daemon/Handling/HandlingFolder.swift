internal import Feeds
internal import Files
internal import Indicators

/// The folder in which administrators drop acts of handling.
///
/// A file is claimed by another name before anything of it is done: where the program dies in between, it is not done again.
struct HandlingFolder: Sendable {
    /// Why what is dropped there is not carried out.
    struct Unsafe: Error, Hashable, Sendable, CustomStringConvertible {
        let description: String
    }

    private let folder: Directory
    private let taken: Directory
    private let refused: Directory

    /// Opens the folder, and makes it where it does not exist.
    ///
    /// - Throws: ``Unsafe`` where others may write in it; `FileSystemFault`.
    init(opening path: String) throws {
        folder = try Directory.open(path, creating: 0o700)
        if let trouble = try folder.whoElseMayWrite() {
            throw Unsafe(
                description: "the folder 'handling' (\(folder.shownPath)) is not for administrators alone: \(trouble); "
                    + "give it to root or the daemon's user, and run 'chmod go-w' on it"
            )
        }
        taken = try folder.folder(FileName("taken"), creating: 0o700)
        refused = try folder.folder(FileName("refused"), creating: 0o700)
    }

    /// What stands behind the name of a file that is being carried out.
    static let busy = ".busy"
    /// In milliseconds: what was written a moment ago may still be written.
    private static let rest: Int64 = 1000

    /// The files that can be taken, in order of their names.
    func ready(at now: Instant) throws -> [FileName] {
        try folder.names().filter { name in
            guard name.bytes.first != UInt8(ascii: "."), Self.isYAML(name),
                let status = try folder.status(of: name), status.kind == .regular
            else { return false }
            return Self.isAtRest(status, at: now) && !isBeingWritten(name)
        }
        .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    /// A time ahead of the clock says nothing of when somebody wrote.
    private static func isAtRest(_ status: FileStatus, at now: Instant) -> Bool {
        let age = now.milliseconds - status.modified / 1_000_000
        return age < 0 || age >= rest
    }

    /// Whether somebody has the file open for writing, as far as the kernel says.
    private func isBeingWritten(_ name: FileName) -> Bool {
        guard let file = try? folder.openFile(name) else { return false }
        return file.writers() == .some
    }

    private static func isYAML(_ name: FileName) -> Bool {
        [".yaml", ".yml"].contains { name.bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// The files in whose middle the program ended.
    func leftBehind() throws -> [FileName] {
        try folder.names().filter { name in
            let isLonger = name.bytes.count > Self.busy.utf8.count + 1
            return isLonger && name.bytes.first == UInt8(ascii: ".")
                && name.bytes.suffix(Self.busy.utf8.count).elementsEqual(Self.busy.utf8)
        }
    }

    /// Opens a file for reading, before it is claimed.
    func open(_ name: FileName) throws(FileSystemFault) -> OpenFile { try folder.openFile(name) }

    /// Claims a file; gives its name meanwhile, or `nil` where it is gone.
    func claim(_ name: FileName) throws -> FileName? {
        let claimed = FileName(bytes: [UInt8(ascii: ".")] + name.bytes).extended(by: Self.busy)
        guard try folder.move(name, to: folder, as: claimed) else { return nil }
        try folder.sync()
        return claimed
    }

    /// The bytes of a file; `nil` where there are more than so many.
    func bytes(of file: OpenFile, upTo limit: Int) throws -> [UInt8]? {
        guard try file.status().size <= limit else { return nil }
        return try file.bytes(upTo: limit)
    }

    /// Puts a claimed file where it is kept, with what became of it beside it.
    func file(_ claimed: FileName, as name: FileName, isTaken: Bool, saying text: String) throws {
        let place = isTaken ? taken : refused
        let named = try place.status(of: name) == nil ? name : name.marked(by: SystemCall.randomHexadecimal())
        try DurableFile.write(Array(text.utf8), as: named.extended(by: ".txt"), in: place)
        _ = try folder.move(claimed, to: place, as: named)
        try place.sync()
    }
}
