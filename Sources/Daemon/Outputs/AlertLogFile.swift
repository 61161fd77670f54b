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
    /// Whether each month has a file of its own.
    private let isByMonth: Bool
    /// The log as far as it is known to be whole; `nil` where it has to be looked over first.
    private var log: Log?

    private struct Log {
        let file: OpenFile
        var lastSeq: Int
        var length: Int
        /// The month of its last line.
        var month: String?
    }

    /// How many events are asked of the store at once.
    private static let page = 500

    /// Opens the folder of the log at a path, and makes it where it does not exist.
    ///
    /// - Parameters:
    ///   - path: the log.
    ///   - language: the language of its messages.
    ///   - isByMonth: whether the lines of a month go into a file of its own when the next one begins.
    /// - Throws: ``FileSystemFault``.
    package init(path: String, language: Language, isByMonth: Bool = false) throws(FileSystemFault) {
        self.language = language
        self.isByMonth = isByMonth
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

    /// Removes the files of the months that ended before a day; gives how many.
    func removeMonths(endedBefore day: CalendarDate) throws(FileSystemFault) -> Int {
        guard isByMonth else { return 0 }
        let months = AlertLogMonths(folder: folder, log: name)
        let old = try months.names(endedBefore: day)
        for name in old { try folder.remove(name) }
        if !old.isEmpty { try folder.sync() }
        return old.count
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
        let start = try await beginning(of: file, store, &report)
        var tail = AlertLogTail(after: start)
        try file.map { try Self.look($0, &tail) }
        guard let file, case .whole(let lastSeq, let length) = tail.verdict else {
            return try await writeAnew(
                store,
                disclosure,
                &report,
                progress,
                start,
                keeping: file == nil ? nil : "damaged"
            )
        }
        guard try await lastSeq <= store.lastEventNumber() else {
            report.isAhead = true
            return try await writeAnew(store, disclosure, &report, progress, start, keeping: "ahead")
        }
        let size = try file.status().size
        if size > length {
            try file.truncate(to: length)
            try file.sync()
            report.cutOff = size - length
        }
        log = Log(file: file, lastSeq: lastSeq, length: length, month: tail.lastMonth)
    }

    /// The number of the last line in the files of earlier months; one that knows more than the store is kept aside.
    private func beginning(
        of file: OpenFile?,
        _ store: any EventLogStore,
        _ report: inout AlertLogReport
    ) async throws -> Int {
        // A log from the first line on has no earlier months, whatever somebody put beside it.
        let first = try file.flatMap { AlertLogTail.firstSeq(in: try $0.read(at: 0, count: 64)) }
        if first == 1 { return 0 }
        let last = try await store.lastEventNumber()
        let months = try AlertLogMonths(folder: folder, log: name).all()
        // They may have been moved to where they are kept.
        if isByMonth, months.isEmpty, let first { return first - 1 }
        var start = 0
        for month in months {
            guard month.lastSeq > last else {
                start = month.lastSeq
                continue
            }
            report.isAhead = true
            report.keptAside = folder.shown(try DurableFile.setAside(month.name, in: folder, tag: "ahead"))
        }
        return start
    }

    private func existing() throws(FileSystemFault) -> OpenFile? {
        guard try folder.status(of: name) != nil else { return nil }
        return try folder.openForAppending(name, mode: mode)
    }

    private static func look(_ file: OpenFile, _ tail: inout AlertLogTail) throws(FileSystemFault) {
        var place = 0
        while true {
            let bytes = try file.read(at: place, count: 65_536)
            guard !bytes.isEmpty else { return }
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
        _ start: Int,
        keeping tag: String?
    ) async throws {
        let aside = DurableFile.newAside()
        var fresh = Log(file: try folder.createFile(aside, mode: mode), lastSeq: start, length: 0)
        do {
            _ = try await append(from: store, disclosure, to: &fresh, &report, progress, endsWithMonth: isByMonth)
            try fresh.file.sync()
            if let tag { report.keptAside = folder.shown(try DurableFile.setAside(name, in: folder, tag: tag)) }
            try folder.replace(name, in: folder, with: aside)
            try folder.sync()
        } catch {
            _ = try? folder.remove(aside)
            throw error
        }
        log = Log(
            file: try folder.openForAppending(name, mode: mode),
            lastSeq: fresh.lastSeq,
            length: fresh.length,
            month: fresh.month
        )
    }

    private func append(
        from store: any EventLogStore,
        _ disclosure: @Sendable () async throws -> Disclosure,
        _ report: inout AlertLogReport,
        _ progress: @Sendable () -> Void
    ) async throws {
        while var log {
            let isAtEndOfMonth = try await append(
                from: store,
                disclosure,
                to: &log,
                &report,
                progress,
                endsWithMonth: isByMonth
            )
            self.log = log
            guard isAtEndOfMonth, let month = log.month else { return }
            try beginMonth(after: month, log.lastSeq)
        }
    }

    /// Gives the lines until now a file of their own, and begins the log anew.
    ///
    /// After a sudden end between the two there is no log: then it begins behind the last line of the months.
    private func beginMonth(after month: String, _ lastSeq: Int) throws(FileSystemFault) {
        log = nil
        try AlertLogMonths(folder: folder, log: name).add(month)
        let file = try folder.openForAppending(name, mode: mode)
        try folder.sync()
        log = Log(file: file, lastSeq: lastSeq, length: 0)
    }

    /// Writes page by page, each on disk before the next is asked for.
    ///
    /// - Returns: whether it ended before the first event of a later month.
    private func append(
        from store: any EventLogStore,
        _ disclosure: @Sendable () async throws -> Disclosure,
        to log: inout Log,
        _ report: inout AlertLogReport,
        _ progress: @Sendable () -> Void,
        endsWithMonth: Bool = false
    ) async throws -> Bool {
        while true {
            let events = try await store.events(after: log.lastSeq, limit: Self.page)
            guard !events.isEmpty else { return false }
            let disclosure = try await disclosure()
            var lines: [UInt8] = []
            var isAtEndOfMonth = false
            for event in events {
                guard event.seq == log.lastSeq + 1 else {
                    throw StoreError.failed("event \(log.lastSeq + 1) is missing")
                }
                let line = Array(AlertLogLine.json(event, by: disclosure, in: language).utf8)
                let month = AlertLogTail.month(line)
                if endsWithMonth, let last = log.month, let month, month > last {
                    isAtEndOfMonth = true
                    break
                }
                lines += line
                log.lastSeq = event.seq
                // A clock that was put back begins no earlier month.
                log.month = [log.month, month].compactMap(\.self).max()
                report.written += 1
            }
            if !lines.isEmpty {
                try log.file.write(lines)
                try log.file.sync()
                log.length += lines.count
                progress()
            }
            if isAtEndOfMonth { return true }
        }
    }
}
