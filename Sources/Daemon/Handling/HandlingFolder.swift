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
            return status.modified / 1_000_000 <= now.milliseconds - Self.rest
        }
        .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }

    private static func isYAML(_ name: FileName) -> Bool {
        [".yaml", ".yml"].contains { name.bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }

    /// The files in whose middle the program ended.
    func leftBehind() throws -> [FileName] {
        try folder.names().filter { $0.bytes.suffix(Self.busy.utf8.count).elementsEqual(Self.busy.utf8) }
    }

    /// Claims a file; gives its name meanwhile, or `nil` where it is gone.
    func claim(_ name: FileName) throws -> FileName? {
        let claimed = FileName(bytes: [UInt8(ascii: ".")] + name.bytes).extended(by: Self.busy)
        guard try folder.move(name, to: folder, as: claimed) else { return nil }
        try folder.sync()
        return claimed
    }

    /// The bytes of a claimed file; `nil` where there are more than so many.
    func bytes(of claimed: FileName, upTo limit: Int) throws -> [UInt8]? {
        guard let size = try folder.status(of: claimed)?.size, size <= limit else { return nil }
        return try folder.openFile(claimed).bytes(upTo: limit)
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
