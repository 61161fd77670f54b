package import Feeds
package import Files
package import Indicators
package import Telling

/// Puts a file that was dealt with where it is kept, and its receipt where people look.
///
/// The receipt comes first: a crash in between leaves the claim, which is then taken up again.
package struct Filing: Sendable {
    private let folders: IntakeFolders

    package init(folders: IntakeFolders) {
        self.folders = folders
    }

    /// Writes both forms of a receipt; none that is there is ever overwritten.
    ///
    /// The first of a name and content has the plain name, later ones `.2`, `.3` and so on behind it. Where a crash cut the
    /// writing off, the same file is dealt with again, and its receipt is known by its claim: it is completed.
    package func write(_ told: ToldReceipt, language: Language, zone: LocalZone) throws {
        let receipt = told.receipt
        let text = told.text(language: language, zone: zone)
        let json = told.json(language: language, zone: zone)
        let count = try written(receipt)
        let last = receipt.name(number: count)
        if count > 0, try isOwn(last, receipt, json) {
            try complete(last.extended(by: ".txt"), text)
        } else {
            let next = receipt.name(number: count + 1)
            try complete(next.extended(by: ".json"), json)
            try complete(next.extended(by: ".txt"), text)
        }
        try folders.receipts.sync()
    }

    /// Writes a receipt where its name has none yet.
    func writeOnce(_ receipt: Receipt, language: Language, zone: LocalZone) throws {
        if try written(receipt) == 0 { try write(ToldReceipt(receipt), language: language, zone: zone) }
    }

    /// The number of the last receipt of the same name and content; 0 where there is none.
    ///
    /// Thousands of the same file cost no thousand looks each: what is looked for lies between two numbers that are drawn
    /// together.
    private func written(_ receipt: Receipt) throws -> Int {
        var (low, high) = (0, 1)
        while try isThere(receipt.name(number: high)) { (low, high) = (high, high * 2) }
        while high - low > 1 {
            let middle = (low + high) / 2
            if try isThere(receipt.name(number: middle)) { low = middle } else { high = middle }
        }
        return low
    }

    private func isThere(_ name: FileName) throws -> Bool {
        try [".json", ".txt"].contains { try folders.receipts.status(of: name.extended(by: $0)) != nil }
    }

    /// Whether the receipt that is there is of the same file, or of one whose receipt would say the very same.
    private func isOwn(_ name: FileName, _ receipt: Receipt, _ json: String) throws -> Bool {
        let name = name.extended(by: ".json")
        guard try folders.receipts.status(of: name)?.kind == .regular,
            let bytes = try? folders.receipts.openFile(name).bytes(upTo: Self.largestReceipt)
        else { return false }
        let written = String(decoding: bytes, as: UTF8.self)
        guard let claim = receipt.claim else { return written.trimmed == json.trimmed }
        return written.contains("\"delivery\": \"\(claim)\"")
    }

    private static let largestReceipt = 1 << 20

    /// Moves the claimed file to the archive or the quarantine.
    ///
    /// A file that is there already under the same name with the same content is not kept twice; other content gets the
    /// first of its hash, or in the end a number nobody has, before its extension. The content of a file that was refused
    /// unread is not looked at now either: it may be too large for that.
    package func put(
        _ claim: Claim,
        as receipt: Receipt,
        whileReading: @escaping @Sendable () throws -> Void = {}
    ) throws(FileSystemFault) {
        let folder = receipt.outcome == .refused ? folders.quarantine : folders.archive
        if receipt.isAboutPersons || receipt.profile?.countsPersons == true {
            try claim.folder.openFile(claim.name).keepFromOthers()
        }
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
        guard let hash else { return [name, name.marked(by: number)] }
        return [name, name.marked(by: hash), name.marked(by: "\(hash).\(number)")]
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

    private func complete(_ name: FileName, _ text: String) throws {
        guard try folders.receipts.status(of: name) == nil else { return }
        let bytes = Array(text.utf8)
        let line = bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")]
        try DurableFile.write(line, as: name, in: folders.receipts)
    }
}
