package import Feeds
package import Files
package import Indicators

/// Puts a file that was dealt with where it is kept, and its receipt where people look.
///
/// The receipt comes first: a crash in between leaves the claim, which is then taken up again.
package struct Filing: Sendable {
    private let folders: IntakeFolders

    package init(folders: IntakeFolders) {
        self.folders = folders
    }

    /// Writes both forms of a receipt; an older receipt of the same name and content makes way.
    package func write(_ receipt: Receipt, language: Language, zone: LocalZone) throws {
        try replace(receipt.name.extended(by: ".txt"), receipt.text(language: language, zone: zone))
        try replace(receipt.name.extended(by: ".json"), receipt.json(language: language, zone: zone))
        try folders.receipts.sync()
    }

    /// Moves the claimed file to the archive or the quarantine.
    ///
    /// A file that is there already under the same name with the same content is not kept twice; other content gets the
    /// first of its hash, or in the end a number nobody has, behind its name. The content of a file that was refused
    /// unread is not looked at now either: it may be too large for that.
    package func put(
        _ claim: Claim,
        as receipt: Receipt,
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) throws(FileSystemFault) {
        let folder = receipt.outcome == .refused ? folders.quarantine : folders.archive
        let hash = receipt.sha256.map { String($0.prefix(12)) }
        for name in names(claim.name, hash) {
            if try claim.folder.move(claim.name, to: folder, as: name) { return try folder.sync() }
            if let hash = receipt.sha256, try isSame(claim, hash, name, in: folder, whileReading) {
                try claim.folder.remove(claim.name)
                return
            }
        }
    }

    private func names(_ name: FileName, _ hash: String?) -> [FileName] {
        let number = SystemCall.randomHexadecimal()
        guard let hash else { return [name, name.extended(by: ".\(number)")] }
        return [name, name.extended(by: ".\(hash)"), name.extended(by: ".\(hash).\(number)")]
    }

    /// Whether the file that is there has the content of the claimed one, whose hash is known.
    private func isSame(
        _ claim: Claim,
        _ hash: String,
        _ name: FileName,
        in folder: Directory,
        _ whileReading: @escaping @Sendable () throws -> Void
    ) throws(FileSystemFault) -> Bool {
        guard let one = try claim.folder.status(of: claim.name), let other = try regular(name, in: folder),
            one.size == other.status.size
        else { return false }
        // The file was dealt with: it is put in its place, whoever asks to stop.
        let digest = try? other.file.digest(asOpened: other.status, whileReading: { try? whileReading() })
        return digest?.description == hash
    }

    private func regular(
        _ name: FileName,
        in folder: Directory
    ) throws(FileSystemFault) -> (file: OpenFile, status: FileStatus)? {
        guard try folder.status(of: name)?.kind == .regular, let file = try? folder.openFile(name) else { return nil }
        let status = try file.status()
        return status.kind == .regular ? (file, status) : nil
    }

    private func replace(_ name: FileName, _ text: String) throws {
        let bytes = Array(text.utf8)
        let line = bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")]
        try DurableFile.write(line, as: name, in: folders.receipts)
    }
}
