package import Feeds
package import Files
package import Indicators
internal import Telling

/// The watched folder: finds what is ready, claims it, has it taken in.
package actor Inbox {
    private(set) var folders: IntakeFolders
    private(set) var desk: ClaimDesk
    private(set) var filing: Filing
    let clock: @Sendable () -> Instant
    let openFile: Opener
    let writers: @Sendable (OpenFile) -> FileWriters
    private var readyTest = ReadyTest()
    var turn = Turn()
    /// The claims that somebody was still writing in.
    var restless: [FileName: Restless] = [:]
    /// The originals of files that were taken as a copy, as last seen.
    var originals: [FileName: Original.Memory] = [:]
    /// What became of claimed files that could not be put where they belong, by claim: they are not read again for that.
    var unfiled: [FileName: Unfiled] = [:]
    /// The receipts of claimed files that are written when what follows from them is known, by claim.
    var held: [FileName: Receipt] = [:]
    /// What has been reported, by name.
    private(set) var known: [FileName: InboxTrouble] = [:]

    /// Opens a claimed file.
    package typealias Opener = @Sendable (Directory, FileName) throws(FileSystemFault) -> OpenFile

    struct Restless {
        var tries = 0
        var notBefore: Instant
    }

    /// What became of a file that could not be put where it belongs.
    struct Unfiled {
        let told: ToldReceipt
        /// Whether it was counted when it was taken in.
        let isCounted: Bool
    }

    static let mostTries = 3
    /// Of more files than this the others are taken in when these have been judged.
    let mostHeld: Int
    /// In so many readings of one file the program may die before it is put aside unread.
    static let mostDeaths = 2
    /// Of more files than this what became of them is asked of them again.
    static let mostUnfiled = 64

    /// An inbox with its folders.
    ///
    /// - Parameters:
    ///   - folders: where files come, lie and go.
    ///   - clock: what the machine's clock says, which the times of files are compared with; never `--at`.
    ///   - mostHeld: of more files than this the others are taken in when these have been judged.
    ///   - openFile: another way to open, for tests: whoever is root can read everything.
    ///   - writers: another way to ask who writes, for tests: of whoever is root the kernel keeps nothing back.
    package init(
        folders: IntakeFolders,
        clock: @escaping @Sendable () -> Instant,
        mostHeld: Int = 1000,
        openFile: @escaping Opener = { folder, name throws(FileSystemFault) in try folder.openFile(name) },
        writers: @escaping @Sendable (OpenFile) -> FileWriters = { $0.writers() }
    ) {
        self.writers = writers
        self.mostHeld = mostHeld
        self.folders = folders
        self.clock = clock
        self.openFile = openFile
        desk = ClaimDesk(work: folders.work)
        filing = Filing(folders: folders)
    }

    /// Remembers what inotify told, for the next pass.
    package func note(_ hint: InboxHint) {
        switch hint {
        case .entries(let events):
            let now = clock()
            for (name, event) in events { readyTest.note(event, of: name, at: now) }
        case .rescan, .watchLost: readyTest.forgetEvents()
        }
    }

    /// Goes on with these folders; only where it is the caller's turn.
    func take(_ folders: IntakeFolders) {
        self.folders = folders
        desk = ClaimDesk(work: folders.work)
        filing = Filing(folders: folders)
        readyTest.forgetEvents()
    }

    /// Takes in what was claimed before and what is ready now, oldest first.
    ///
    /// One pass at a time: a second one waits.
    ///
    /// - Parameters:
    ///   - intake: reads the files, as the configuration says now.
    ///   - now: the moment that receipts and imports carry.
    ///   - isHolding: whether the receipts of what changes something wait for ``fileHeld(with:)``.
    ///   - onReceipt: is told of each file at once.
    /// - Throws: a ``FileSystemFault`` that is fatal, and a ``StoreError`` behind which no file can be taken in; files
    ///   stay where they are.
    /// - Returns: what became of them, and when to look again.
    package func pass(
        with intake: Intake,
        at now: Instant,
        isHolding: Bool = false,
        onReceipt: @escaping @Sendable (Receipt) async -> Void = { _ in }
    ) async throws -> InboxPass {
        await takeTurn()
        defer { turn.end() }
        var round = Round(intake: intake, now: now, isHolding: isHolding, onReceipt: onReceipt)
        try lookAtOriginals(&round)
        for claim in try leftOvers(&round) where hasRoom(&round) { try await finish(claim, &round) }
        for name in try look(&round) where hasRoom(&round) {
            if let claim = try claim(name, &round) { try await finish(claim, &round) }
        }
        try answerFolders(&round)
        return report(round)
    }

    /// Takes in a file that a user named.
    ///
    /// It stays where it is; a copy goes to the archive when it is accepted.
    ///
    /// - Throws: what ``pass(with:at:onReceipt:)`` throws, and ``FileSystemFault``.
    package func takeByHand(
        _ file: OpenFile,
        name: FileName,
        isDryRun: Bool,
        isHolding: Bool = false,
        with intake: Intake,
        at now: Instant
    ) async throws -> Receipt {
        await takeTurn()
        defer { turn.end() }
        let status = try file.status()
        guard !isBeingWritten(file, status) else {
            return try await intake.refuse(.beingWritten, name: name, size: status.size, isDryRun: isDryRun, at: now)
                .byHand
        }
        guard !isDryRun, status.kind == .regular, status.size <= intake.settings.sizeLimit else {
            return try await taken(file, name, status, isDryRun: isDryRun, intake, now)
        }
        var claim: Claim
        do {
            claim = try desk.claim(name) { [whileReading = intake.settings.whileReading] copy in
                try copy.write(contentOf: file, asOpened: status, whileReading: whileReading)
            }
        } catch let fault as FileFault {
            return try await intake.refuse(fault.reason, name: name, size: status.size, at: now).byHand
        }
        var receipt: Receipt?
        do {
            let found = try await read(&claim, status, intake, now)
            receipt = found
            if isHolding, found.changesTheStore {
                held[claim.id] = found
                return found
            }
            try await mail(found, with: intake)
            try filing.write(ToldReceipt(found), language: intake.settings.language, zone: intake.settings.zone)
            if found.outcome != .refused {
                try filing.put(claim, as: found, whileReading: intake.settings.whileReading)
            }
            try desk.discard(claim)
            return found
        } catch {
            // The user still has the file and is told to try again; what is committed the next pass files.
            if receipt?.isCommitted != true { try? desk.discard(claim) }
            throw error
        }
    }

    /// What was handed over as bytes has no name, and is open for writing here.
    func isBeingWritten(_ file: OpenFile, _ status: FileStatus) -> Bool {
        status.kind == .regular && status.links > 0 && writers(file) == .some
    }

    /// Reads the copy of a file that a user named, with a note on disk for as long as that takes.
    private func read(
        _ claim: inout Claim,
        _ status: FileStatus,
        _ intake: Intake,
        _ now: Instant
    ) async throws -> Receipt {
        try desk.beginReading(&claim)
        defer { try? desk.endReading(&claim) }
        let copy = try claim.folder.openFile(claim.name)
        return try await taken(copy, claim.name, status, claim: claim.id, isDryRun: false, intake, now)
    }

    private func taken(
        _ file: OpenFile,
        _ name: FileName,
        _ status: FileStatus,
        claim: FileName? = nil,
        isDryRun: Bool,
        _ intake: Intake,
        _ now: Instant
    ) async throws -> Receipt {
        do {
            return try await intake.take(
                file,
                name: name,
                claim: claim,
                isUnderWay: isUnderWay(besides: claim),
                isDryRun: isDryRun,
                at: now
            )
            .byHand
        } catch let fault as FileFault {
            return try await intake.refuse(fault.reason, name: name, size: status.size, isDryRun: isDryRun, at: now)
                .byHand
        }
    }
}

// MARK: One pass

extension Inbox {
    /// What one pass needs and finds.
    struct Round {
        let intake: Intake
        let now: Instant
        let isHolding: Bool
        let onReceipt: @Sendable (Receipt) async -> Void
        var pass = InboxPass()
        var troubles: [FileName: InboxTrouble] = [:]

        mutating func wait(until moment: Instant) {
            pass.waiting += 1
            pass.nextLook = min(pass.nextLook ?? moment, moment)
        }
    }

    /// What is to be said of the round, and what has been said of earlier ones already.
    private func report(_ round: Round) -> InboxPass {
        var pass = round.pass
        pass.troubles = round.troubles
            .filter { known[$0.key] != $0.value }
            .map { InboxPass.Trouble(name: $0.key, why: $0.value) }
            .sorted { $0.name.bytes.lexicographicallyPrecedes($1.name.bytes) }
        pass.stuck = round.troubles.count
        known = round.troubles
        return pass
    }

    private func leftOvers(_ round: inout Round) throws -> [Claim] {
        let claims = try desk.leftOvers()
        let ids = Set(claims.map(\.id))
        restless = restless.filter { ids.contains($0.key) }
        unfiled = unfiled.filter { ids.contains($0.key) }
        let now = clock()
        let waiting = restless.mapValues(\.notBefore).filter { Self.isToBeWaitedFor($0.value, at: now) }
        for claim in claims {
            if let moment = waiting[claim.id] { round.wait(until: moment) }
        }
        held = held.filter { ids.contains($0.key) }
        return claims.filter { waiting[$0.id] == nil && held[$0.id] == nil }
    }

    /// A moment further ahead than anybody plans was planned by a clock that ran ahead.
    private static func isToBeWaitedFor(_ moment: Instant, at now: Instant) -> Bool {
        moment > now && moment <= now.adding(milliseconds: ReadyTest.Stillness.unknown)
    }

    /// The names that are ready, the longest unchanged first: a correction comes after what it corrects.
    private func look(_ round: inout Round) throws -> [FileName] {
        let now = clock()
        var ready: [(name: FileName, modified: Int64)] = []
        readyTest.beginScan()
        for name in try folders.inbox.names() where !ReadyTest.isIgnored(name) {
            guard let status = status(of: name, &round) else { continue }
            switch readyTest.verdict(name, status, writers: writers(in: name, status), at: now) {
            case .ignored: continue
            case .ready: ready.append((name, status.modified))
            case .wait(let moment): round.wait(until: moment)
            }
        }
        readyTest.endScan()
        ready.sort { $0.modified == $1.modified ? $0.name < $1.name : $0.modified < $1.modified }
        return ready.map(\.name)
    }

    private func writers(in name: FileName, _ status: FileStatus) -> FileWriters {
        guard status.kind == .regular, let file = try? folders.inbox.openFile(name) else { return .unknown }
        return writers(file)
    }

    /// What the entry is; `nil` where it is gone, a folder, or cannot be looked at.
    private func status(of name: FileName, _ round: inout Round) -> FileStatus? {
        do throws(FileSystemFault) {
            let status = try folders.inbox.status(of: name)
            guard status?.kind == .folder else { return status }
            round.troubles[name] = .isFolder
        } catch {
            round.troubles[name] = InboxTrouble(error)
        }
        return nil
    }

    private func claim(_ name: FileName, _ round: inout Round) throws -> Claim? {
        do throws(FileSystemFault) {
            return try desk.claim(name, from: folders.inbox)
        } catch {
            if error.isFatal { throw error }
            round.troubles[name] = InboxTrouble(error)
            return nil
        }
    }
}

extension Inbox {
    /// Whether a claim is one that waits to be filed; by the keys that stores know them by.
    func isUnderWay(besides own: FileName?) -> @Sendable (FileName) -> Bool {
        let own = own.map(Claim.key)
        return { [desk] claim in
            let key = Claim.key(of: claim)
            guard key != own, let open = try? desk.leftOvers() else { return false }
            return open.contains { Claim.key(of: $0.id) == key }
        }
    }

    func takeTurn() async {
        await withCheckedContinuation { turn.begin($0) }
    }
}
