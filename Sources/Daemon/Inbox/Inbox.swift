package import Feeds
internal import Glibc
package import Indicators
internal import Storage

/// The watched folder: finds what is ready, claims it, has it taken in.
package actor Inbox {
    private let folders: IntakeFolders
    private let desk: ClaimDesk
    private let filing: Filing
    private let clock: @Sendable () -> Instant
    private let openFile: Opener
    private var readyTest = ReadyTest()
    private var turn = Turn()
    /// The claims that somebody was still writing in.
    private var restless: [FileName: Restless] = [:]
    /// What has been reported, by name.
    private var known: [FileName: String] = [:]

    /// Opens a claimed file.
    package typealias Opener = @Sendable (Directory, FileName) throws(FileSystemFault) -> OpenFile

    private struct Restless {
        var tries = 0
        var notBefore: Instant
    }

    private static let mostTries = 3

    /// - Parameters:
    ///   - clock: what the machine's clock says, which the times of files are compared with; never `--at`.
    ///   - openFile: another way to open, for tests: whoever is root can read everything.
    package init(
        folders: IntakeFolders,
        clock: @escaping @Sendable () -> Instant,
        openFile: @escaping Opener = { folder, name throws(FileSystemFault) in try folder.openFile(name) }
    ) {
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

    /// Takes in what was claimed before and what is ready now, oldest first. One pass at a time: a second one waits.
    ///
    /// - Parameters:
    ///   - now: the moment that receipts and imports carry.
    ///   - onReceipt: is told of each file at once.
    /// - Throws: a ``FileSystemFault`` that is fatal, and a ``StoreError`` behind which no file can be taken in; files
    ///   stay where they are.
    package func pass(
        with intake: Intake, at now: Instant, onReceipt: @escaping @Sendable (Receipt) async -> Void = { _ in }
    ) async throws -> InboxPass {
        await takeTurn()
        defer { turn.end() }
        var round = Round(intake: intake, now: now, onReceipt: onReceipt)
        for claim in try leftOvers(&round) { try await settle(claim, &round) }
        for name in try look(&round) {
            if let claim = try claim(name, &round) { try await settle(claim, &round) }
        }
        return report(round)
    }

    /// Takes in a file that a user named. It stays where it is; a copy goes to the archive when it is accepted.
    ///
    /// - Throws: what ``pass(with:at:onReceipt:)`` throws, and ``FileSystemFault``.
    package func takeByHand(
        _ file: OpenFile, name: FileName, isDryRun: Bool, with intake: Intake, at now: Instant
    ) async throws -> Receipt {
        await takeTurn()
        defer { turn.end() }
        let status = try file.status()
        guard !isDryRun, status.kind == .regular, status.size <= intake.settings.sizeLimit else {
            return try await taken(file, name, status, isDryRun: isDryRun, intake, now)
        }
        let claim = try desk.claim(name) { try $0.write(contentOf: file, asOpened: status) }
        do {
            let copy = try claim.folder.openFile(name)
            let receipt = try await taken(copy, name, status, isDryRun: false, intake, now)
            try filing.write(receipt, language: intake.settings.language, zone: intake.settings.zone)
            if receipt.outcome != .refused { try filing.put(claim, as: receipt) }
            try desk.discard(claim)
            return receipt
        } catch {
            // The user still has the file and is told to try again.
            try? desk.discard(claim)
            throw error
        }
    }

    private func taken(
        _ file: OpenFile, _ name: FileName, _ status: FileStatus, isDryRun: Bool, _ intake: Intake, _ now: Instant
    ) async throws -> Receipt {
        do {
            return try await intake.take(file, name: name, isDryRun: isDryRun, at: now)
        } catch let fault as FileFault {
            return try await intake.refuse(fault.reason, name: name, size: status.size, isDryRun: isDryRun, at: now)
        }
    }
}

// MARK: One pass

extension Inbox {
    /// What one pass needs and finds.
    private struct Round {
        let intake: Intake
        let now: Instant
        let onReceipt: @Sendable (Receipt) async -> Void
        var pass = InboxPass()
        var troubles: [FileName: String] = [:]

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
        let now = clock()
        for claim in claims {
            if let moment = restless[claim.id]?.notBefore, moment > now { round.wait(until: moment) }
        }
        return claims.filter { restless[$0.id].map { $0.notBefore <= now } ?? true }
    }

    /// The names that are ready, the longest unchanged first: a correction comes after what it corrects.
    private func look(_ round: inout Round) throws -> [FileName] {
        let now = clock()
        var ready: [(name: FileName, modified: Int64)] = []
        readyTest.beginScan()
        for name in try folders.inbox.names() where !ReadyTest.isIgnored(name) {
            guard let status = status(of: name, &round) else { continue }
            switch readyTest.verdict(name, status, at: now) {
            case .ignored: continue
            case .ready: ready.append((name, status.modified))
            case .wait(let moment): round.wait(until: moment)
            }
        }
        readyTest.endScan()
        ready.sort { $0.modified == $1.modified ? $0.name < $1.name : $0.modified < $1.modified }
        return ready.map(\.name)
    }

    /// What the entry is; `nil` where it is gone, a folder, or cannot be looked at.
    private func status(of name: FileName, _ round: inout Round) -> FileStatus? {
        do throws(FileSystemFault) {
            let status = try folders.inbox.status(of: name)
            guard status?.kind == .folder else { return status }
            round.troubles[name] = "it is a folder; files are taken from the inbox itself only"
        } catch {
            round.troubles[name] = error.description
        }
        return nil
    }

    private func claim(_ name: FileName, _ round: inout Round) throws -> Claim? {
        do throws(FileSystemFault) {
            return try desk.claim(name, from: folders.inbox)
        } catch {
            if error.isFatal { throw error }
            round.troubles[name] = error.description
            return nil
        }
    }
}

// MARK: One file

extension Inbox {
    /// Brings one claim to its end, or leaves it for a later pass.
    private func settle(_ claim: Claim, _ round: inout Round) async throws {
        do {
            guard let receipt = try await judge(claim, &round) else { return }
            try file(receipt, claim, round.intake.settings)
            round.pass.outcomes[receipt.outcome, default: 0] += 1
            await round.onReceipt(receipt)
        } catch let fault as FileSystemFault where !fault.isFatal {
            round.troubles[claim.name] = fault.description
        } catch let fault as StoreError where fault.isOfOneFile {
            round.troubles[claim.name] = "the store did not take it in: \(fault)"
        }
    }

    /// What becomes of the file; `nil` where that is not known yet, or the file is gone.
    private func judge(_ claim: Claim, _ round: inout Round) async throws -> Receipt? {
        guard let status = try claim.folder.status(of: claim.name) else {
            try desk.close(claim)
            return nil
        }
        let (intake, now) = (round.intake, round.now)
        do {
            let opened = try open(claim, status)
            return try await intake.take(opened, name: claim.name, at: now)
        } catch let fault as FileFault {
            guard fault.reason == .changedWhileReading, isToBeTriedAgain(claim, &round) else {
                return try await intake.refuse(fault.reason, name: claim.name, size: status.size, at: now)
            }
            return nil
        }
    }

    /// Opens the file with its content on disk and nobody else's name on it; throws why it cannot be taken.
    private func open(_ claim: Claim, _ status: FileStatus) throws -> OpenFile {
        switch status.kind {
        case .symbolicLink: throw FileFault(.symbolicLink)
        case .folder, .other: throw FileFault(.notARegularFile)
        case .regular: break
        }
        do throws(FileSystemFault) {
            let opened = try openFile(claim.folder, claim.name)
            guard status.links > 1 else {
                try opened.sync()
                return opened
            }
        } catch {
            switch error.code {
            case EACCES, EPERM: throw FileFault(.cannotRead)
            case ELOOP: throw FileFault(.symbolicLink)
            default: throw error
            }
        }
        return try copied(claim, status)
    }

    /// Replaces a file that has another name elsewhere, through which it could still be changed, by a copy.
    private func copied(_ claim: Claim, _ status: FileStatus) throws -> OpenFile {
        let opened = try openFile(claim.folder, claim.name)
        let aside = try DurableFile.writeAside(in: claim.folder) { try $0.write(contentOf: opened, asOpened: status) }
        try claim.folder.replace(claim.name, in: claim.folder, with: aside)
        return try openFile(claim.folder, claim.name)
    }

    private func isToBeTriedAgain(_ claim: Claim, _ round: inout Round) -> Bool {
        let tries = (restless[claim.id]?.tries ?? 0) + 1
        guard tries < Self.mostTries else { return false }
        let moment = clock().adding(milliseconds: ReadyTest.Settle.unknown)
        restless[claim.id] = Restless(tries: tries, notBefore: moment)
        round.wait(until: moment)
        return true
    }

    private func file(_ receipt: Receipt, _ claim: Claim, _ settings: IntakeSettings) throws {
        // Taken up again after a crash between receipt and archive: the receipt that is there tells what was taken in.
        let isTold = claim.isLeftOver && receipt.outcome == .duplicate && receipt.earlier?.fileName.bytes
            == Array(receipt.fileName.printable.utf8)
        if try !isTold || !filing.hasReceipt(receipt) {
            try filing.write(receipt, language: settings.language, zone: settings.zone)
        }
        try filing.put(claim, as: receipt)
        try desk.close(claim)
    }
}

extension StoreError {
    /// Whether the next file may do better.
    fileprivate var isOfOneFile: Bool {
        switch self {
        case .stale, .failed: true
        case .inUse, .notAStore, .inputOutput: false
        }
    }
}

// MARK: Turns

extension Inbox {
    /// Whose turn it is: an actor lets others in at each `await`.
    private struct Turn {
        private var isTaken = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        mutating func begin(_ next: CheckedContinuation<Void, Never>) {
            guard isTaken else {
                isTaken = true
                return next.resume()
            }
            waiting.append(next)
        }

        mutating func end() {
            if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
        }
    }

    private func takeTurn() async {
        await withCheckedContinuation { turn.begin($0) }
    }
}
