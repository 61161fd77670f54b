internal import Alerting
internal import Feeds
package import Files
package import Indicators
package import Storage
internal import SystemPackage
internal import Telling

/// `alerts.jsonl`: the committed events as lines, each once, in order, without a gap.
package actor AlertLogFile {
    private let folderPath: String
    private var folder: Directory
    private let name: FileName
    private let mode: UInt32 = 0o640
    /// The language of its messages.
    private let language: Language
    /// The log as far as it is known to be whole; `nil` where it has to be looked over first.
    private var log: Log?

    private struct Log {
        let file: OpenFile
        var lastSeq: Int
        var length: Int
    }

    /// How many events are asked of the store at once.
    private static let page = 500

    /// Opens the folder of the log at a path, and makes it where it does not exist.
    package init(path: String, language: Language) throws(FileSystemFault) {
        self.language = language
        let path = FilePath(path)
        name = FileName(endOf: path)
        guard name.isPlain else { throw .notAName(name.printable) }
        folderPath = path.folder.string
        folder = try Self.open(folderPath)
    }

    private static func open(_ path: String) throws(FileSystemFault) -> Directory {
        try Directory.open(path, creating: 0o750)
    }

    /// How its folder stands to its path.
    func standings() -> [FolderStanding] { [FolderStanding(folder, at: folderPath)] }

    /// Opens what has the path now, and makes it where nothing does; the log there is looked over before it is used.
    func reopen() throws(FileSystemFault) {
        folder = try Self.open(folderPath)
        log = nil
    }

    /// Writes every committed event that the log does not have, and waits until it is on disk.
    ///
    /// The first call looks the whole log over: a torn end is cut off, a log with a gap, or with more than the store
    /// knows, is kept aside and written anew. So does a later one where the file is no longer in its place.
    ///
    /// - Parameters:
    ///   - store: says what there is.
    ///   - disclosure: says what of it may be told; asked where something has to be written.
    ///   - progress: called after each page.
    /// - Returns: what was done.
    /// - Throws: ``FileSystemFault``, ``StoreError``; after either the next call looks the log over again.
    package func catchUp(
        with store: any EventLogStore,
        by disclosure: @Sendable () async throws -> Disclosure,
        progress: @Sendable () -> Void = {}
    ) async throws -> AlertLogReport {
        var report = AlertLogReport()
        do {
            if try !isInPlace() { log = nil }
            if log == nil { try await lookOver(store, disclosure, &report, progress) }
            try await append(from: store, disclosure, &report, progress)
        } catch {
            log = nil
            throw error
        }
        return report
    }

    /// Whether the open file is still the one under the name, and as long as we left it.
    private func isInPlace() throws(FileSystemFault) -> Bool {
        guard let log, let there = try folder.status(of: name) else { return false }
        let own = try log.file.status()
        return own.inode == there.inode && own.device == there.device && own.size == log.length
    }

    private func lookOver(
        _ store: any EventLogStore,
        _ disclosure: @Sendable () async throws -> Disclosure,
        _ report: inout AlertLogReport,
        _ progress: @Sendable () -> Void
    ) async throws {
        let file = try existing()
        let tail = try file.map { try Self.verdict($0) } ?? .damaged(line: 1)
        guard let file, case .whole(let lastSeq, let length) = tail, try await lastSeq <= store.lastEventNumber() else {
            return try await writeAnew(store, disclosure, &report, progress, isThere: file != nil)
        }
        let size = try file.status().size
        if size > length {
            try file.truncate(to: length)
            try file.sync()
            report.cutOff = size - length
        }
        log = Log(file: file, lastSeq: lastSeq, length: length)
    }

    private func existing() throws(FileSystemFault) -> OpenFile? {
        guard try folder.status(of: name) != nil else { return nil }
        return try folder.openForAppending(name, mode: mode)
    }

    private static func verdict(_ file: OpenFile) throws(FileSystemFault) -> AlertLogTail.Verdict {
        var tail = AlertLogTail()
        var place = 0
        while true {
            let bytes = try file.read(at: place, count: 65_536)
            guard !bytes.isEmpty else { return tail.verdict }
            tail.add(bytes)
            place += bytes.count
        }
    }
}

// MARK: Writing

extension AlertLogFile {
    private func writeAnew(
        _ store: any EventLogStore,
        _ disclosure: @Sendable () async throws -> Disclosure,
        _ report: inout AlertLogReport,
        _ progress: @Sendable () -> Void,
        isThere: Bool
    ) async throws {
        let aside = DurableFile.newAside()
        var fresh = Log(file: try folder.createFile(aside, mode: mode), lastSeq: 0, length: 0)
        do {
            try await append(from: store, disclosure, to: &fresh, &report, progress)
            try fresh.file.sync()
            if isThere { report.keptAside = folder.shown(try DurableFile.setAside(name, in: folder, tag: "damaged")) }
            try folder.replace(name, in: folder, with: aside)
            try folder.sync()
        } catch {
            _ = try? folder.remove(aside)
            throw error
        }
        log = Log(file: try folder.openForAppending(name, mode: mode), lastSeq: fresh.lastSeq, length: fresh.length)
    }

    private func append(
        from store: any EventLogStore,
        _ disclosure: @Sendable () async throws -> Disclosure,
        _ report: inout AlertLogReport,
        _ progress: @Sendable () -> Void
    ) async throws {
        guard var log else { return }
        try await append(from: store, disclosure, to: &log, &report, progress)
        self.log = log
    }

    /// Writes page by page, each on disk before the next is asked for.
    private func append(
        from store: any EventLogStore,
        _ disclosure: @Sendable () async throws -> Disclosure,
        to log: inout Log,
        _ report: inout AlertLogReport,
        _ progress: @Sendable () -> Void
    ) async throws {
        while true {
            let events = try await store.events(after: log.lastSeq, limit: Self.page)
            guard !events.isEmpty else { return }
            let disclosure = try await disclosure()
            var lines: [UInt8] = []
            for event in events {
                guard event.seq == log.lastSeq + 1 else {
                    throw StoreError.failed("event \(log.lastSeq + 1) is missing")
                }
                lines += AlertLogLine.json(event, by: disclosure, in: language).utf8
                log.lastSeq = event.seq
            }
            try log.file.write(lines)
            try log.file.sync()
            log.length += lines.count
            report.written += events.count
            progress()
        }
    }
}
