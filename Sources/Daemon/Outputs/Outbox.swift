package import Feeds
package import Files
package import Indicators
package import Storage

/// The folders `tmp`, `new`, `sent` and `failed`: every message as a file, where its state in the store says.
///
/// The store is the truth, the files are its picture: what is missing or lies wrong is put right from it. Files that
/// the store knows nothing of are left alone.
package actor Outbox {
    private let path: String
    private var root: Directory
    private var temporary: Directory
    private var folders: [OutboxFolder: Directory]

    /// How many messages are asked of the store at once.
    private static let page = 100
    private static let staleAfterHours = 36

    /// Opens the outbox at a path; it and its folders are made where they do not exist.
    package init(path: String) throws(FileSystemFault) {
        self.path = path
        (root, temporary, folders) = try Self.open(path)
    }

    private static func open(
        _ path: String
    ) throws(FileSystemFault) -> (root: Directory, temporary: Directory, folders: [OutboxFolder: Directory]) {
        let root = try Directory.open(path, creating: 0o750)
        var folders: [OutboxFolder: Directory] = [:]
        for folder in OutboxFolder.allCases {
            folders[folder] = try root.folder(FileName(folder.rawValue), creating: 0o750)
        }
        return (root, try root.folder(FileName(temporaryName), creating: 0o750), folders)
    }

    private static let temporaryName = "tmp"

    /// How its folders stand to their paths; where the outbox itself is not in place, nothing is said of those in it.
    func standings() -> [FolderStanding] {
        let own = FolderStanding(root, at: path)
        guard own.standing == .inPlace else { return [own] }
        return [own, FolderStanding(temporary, at: "\(path)/\(Self.temporaryName)")]
            + folders.map { FolderStanding($0.value, at: "\(path)/\($0.key.rawValue)") }
    }

    /// Opens what has the paths now, and makes it where nothing does.
    func reopen() throws(FileSystemFault) { (root, temporary, folders) = try Self.open(path) }

    /// The name of a message's file: `0000000012.20260401T060000Z.eml`.
    package static func fileName(_ message: MessageState) -> FileName {
        let made = LocalZone.utc.local(message.createdAt)
        let date = made.date.description.filter { $0 != "-" }
        let time = [made.secondOfDay / 3600, made.secondOfDay / 60 % 60, made.secondOfDay % 60]
            .map { $0.padded(to: 2) }.joined()
        return FileName("\(message.id.padded(to: 10)).\(date)T\(time)Z.eml")
    }

    /// Places every message that the store says is not in its place, and tells the store.
    ///
    /// - Parameters:
    ///   - store: says what there is.
    ///   - progress: called after each.
    /// - Returns: how many were placed.
    /// - Throws: ``FileSystemFault``, ``StoreError``.
    package func catchUp(
        with store: any OutboxStore,
        progress: @Sendable () -> Void = {}
    ) async throws -> Int {
        var count = 0
        while true {
            let messages = try await store.messagesToPlace(limit: Self.page)
            for message in messages {
                try place(message)
                try await store.placed(message: message.state.id, in: message.state.folder)
                progress()
            }
            count += messages.count
            if messages.count < Self.page { return count }
        }
    }

    /// Puts the file of one message where it belongs and nowhere else.
    ///
    /// Doing it again changes nothing.
    package func place(_ message: MessageToPlace) throws {
        let name = Self.fileName(message.state)
        guard let home = folders[message.state.folder] else { return }
        if let lies = message.lies, lies != message.state.folder, let from = folders[lies] {
            try bring(name, from: from, to: home)
        }
        try write(name, message.bytes, in: home)
        _ = try removeElsewhere(name, than: message.state.folder)
    }

    /// Removes the file of a message that is made anew, where it is as it was made; what somebody changed stays.
    func withdraw(_ message: MessageState, holding bytes: [UInt8]) throws(FileSystemFault) {
        let name = Self.fileName(message)
        guard let home = folders[message.folder], try home.holds(bytes, under: name) else { return }
        try home.remove(name)
        try home.sync()
    }

    /// Removes the files of mails that were delivered.
    func remove(_ mails: [MessageState]) throws(FileSystemFault) {
        guard let sent = folders[.sent] else { return }
        for mail in mails where mail.folder == .sent { try sent.remove(Self.fileName(mail)) }
        try sent.sync()
    }

    /// Compares every message with the folders, for after a start: places what is missing, moves what lies wrong, and
    /// removes what was left in `tmp`: by a sudden end of this program at once, by others after 36 hours.
    ///
    /// - Parameters:
    ///   - store: says what there is.
    ///   - clock: what the machine's clock says.
    /// - Throws: ``FileSystemFault``, ``StoreError``.
    /// - Returns: how many files were put right.
    package func makeWhole(with store: any OutboxStore, clock: Instant) async throws -> Int {
        var count = try sweep(clock)
        var last = 0
        while true {
            let messages = try await store.messages(after: last, limit: Self.page)
            for message in messages where try await mend(message, store) { count += 1 }
            guard let end = messages.last?.id, messages.count == Self.page else { return count }
            last = end
        }
    }
}

// MARK: One file

extension Outbox {
    /// Moves the file from where it lay, in one step, so that it is never in two places or none.
    private func bring(_ name: FileName, from: Directory, to home: Directory) throws(FileSystemFault) {
        guard try from.status(of: name) != nil, try from.move(name, to: home, as: name) else { return }
        try home.sync()
        try from.sync()
    }

    private func write(_ name: FileName, _ bytes: [UInt8], in home: Directory) throws {
        if try home.status(of: name) != nil {
            if try home.holds(bytes, under: name) { return }
            // Never written over: whoever changed the file may want to know what it was.
            _ = try DurableFile.setAside(name, in: home, tag: "other")
        }
        let aside = try DurableFile.writeAside(in: temporary) { try $0.write(bytes) }
        do {
            _ = try temporary.link(aside, to: home, as: name)
            try home.sync()
        } catch {
            _ = try? temporary.remove(aside)
            throw error
        }
        try temporary.remove(aside)
    }

    private func removeElsewhere(_ name: FileName, than own: OutboxFolder) throws(FileSystemFault) -> Bool {
        var isChanged = false
        for (folder, directory) in folders where folder != own {
            guard try directory.remove(name) else { continue }
            try directory.sync()
            isChanged = true
        }
        return isChanged
    }

    private func mend(_ message: MessageState, _ store: any OutboxStore) async throws -> Bool {
        let name = Self.fileName(message)
        guard let home = folders[message.folder] else { return false }
        if try home.status(of: name) != nil { return try removeElsewhere(name, than: message.folder) }
        for (folder, directory) in folders where folder != message.folder {
            try bring(name, from: directory, to: home)
        }
        if try home.status(of: name) == nil {
            // Whoever dropped a mail may remove its file as well.
            guard !message.isDropped else { return false }
            guard let bytes = try await store.bytes(ofMessage: message.id) else { return false }
            try write(name, bytes, in: home)
        }
        _ = try removeElsewhere(name, than: message.folder)
        return true
    }

    private func sweep(_ clock: Instant) throws(FileSystemFault) -> Int {
        let oldest = clock.adding(seconds: -Self.staleAfterHours * 3600).milliseconds * 1_000_000
        var count = 0
        for name in try temporary.names() {
            // One process writes the outbox: what has a name of its own making is no longer being written.
            guard let status = try temporary.status(of: name), status.kind == .regular,
                status.modified < oldest || DurableFile.isAside(name)
            else { continue }
            try temporary.remove(name)
            count += 1
        }
        return count
    }
}

extension Directory {
    /// Whether the file has exactly these bytes.
    func holds(_ bytes: [UInt8], under name: FileName) throws(FileSystemFault) -> Bool {
        guard try status(of: name)?.kind == .regular else { return false }
        let file = try openFile(name)
        guard try file.status().size == bytes.count else { return false }
        return try file.bytes(upTo: bytes.count + 1) == bytes
    }
}
