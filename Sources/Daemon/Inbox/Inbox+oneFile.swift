internal import Feeds
internal import Files
internal import Storage
internal import SystemPackage
internal import Telling

extension Inbox {
    /// Brings one claim to its end, or leaves it for a later pass.
    func finish(_ claim: Claim, _ round: inout Round) async throws {
        var claim = claim
        do {
            if let known = unfiled[claim.id] {
                try await file(known.told, claim, round.intake)
                if known.isCounted { round.pass.filedLate += 1 } else { await round.count(known.told.receipt) }
            } else if let receipt = try await receipt(of: &claim, &round) {
                guard !round.isHolding || !receipt.changesTheStore else {
                    held[claim.id] = receipt
                    return await round.count(receipt)
                }
                let told = ToldReceipt(receipt)
                if unfiled.count < Self.mostUnfiled { unfiled[claim.id] = Unfiled(told: told, isCounted: false) }
                try await file(told, claim, round.intake)
                await round.count(receipt)
            }
            unfiled[claim.id] = nil
        } catch let fault as FileSystemFault where !fault.isFatal {
            round.troubles[claim.name] = InboxTrouble(fault)
        } catch let fault as StoreError where fault.isOfOneFile {
            round.troubles[claim.name] = InboxTrouble(fault)
        }
    }

    /// What became of the file; `nil` where that is not known yet, or the file is gone.
    private func receipt(of claim: inout Claim, _ round: inout Round) async throws -> Receipt? {
        guard let status = try claim.folder.status(of: claim.name) else {
            try desk.close(claim)
            return nil
        }
        guard claim.readings < Self.mostDeaths else {
            return try await round.refuse(.endedTheProgram, claim, status)
        }
        return try await read(&claim, status, &round)
    }

    /// Reads the file, with a note on disk for as long as that takes.
    private func read(_ claim: inout Claim, _ status: FileStatus, _ round: inout Round) async throws -> Receipt? {
        try desk.beginReading(&claim)
        // However it ends, it is not the death that is counted.
        defer { try? desk.endReading(&claim) }
        return try await judge(&claim, status, &round)
    }

    private func judge(_ claim: inout Claim, _ status: FileStatus, _ round: inout Round) async throws -> Receipt? {
        let (intake, now) = (round.intake, round.now)
        do {
            guard let opened = try open(&claim, status, &round) else { return nil }
            return try await intake.take(
                opened,
                name: claim.name,
                claim: claim.id,
                isUnderWay: isUnderWay(besides: claim.id),
                at: now
            )
        } catch let fault as FileSystemFault where fault.code == .ioError && !fault.isFatal {
            // The disk may have stumbled once over a good file, or may never give it.
            guard !isToBeTriedAgain(claim, &round) else { return nil }
            return try await round.refuse(.cannotRead, claim, status)
        } catch let fault as FileFault {
            guard fault.reason == .changedWhileReading, isToBeTriedAgain(claim, &round) else {
                return try await round.refuse(fault.reason, claim, status)
            }
            return nil
        }
    }

    /// Opens the file with its content on disk, where nobody else can change it; throws why it cannot be taken.
    ///
    /// - Returns: `nil` where somebody still writes in it.
    private func open(_ claim: inout Claim, _ status: FileStatus, _ round: inout Round) throws -> OpenFile? {
        switch status.kind {
        case .symbolicLink: throw FileFault(.symbolicLink)
        case .folder: throw FileFault(.fileIsFolder)
        case .other: throw FileFault(.notARegularFile)
        case .regular: break
        }
        // Before a byte of it is read, written or copied.
        guard status.size <= round.intake.settings.sizeLimit else { throw FileFault(.tooLarge) }
        let opened = try open(claim)
        guard status.links == 1 else { return try copied(claim, opened, status, round.intake.settings.whileReading) }
        switch writers(opened) {
        case .some:
            waitForWriter(of: claim, &round)
            return nil
        case .none:
            guard try opened.keepToOwner() else {
                return try copied(claim, opened, status, round.intake.settings.whileReading)
            }
            try opened.sync()
            return opened
        case .unknown:
            try takeCopy(of: &claim, opened, status, round.intake.settings.whileReading)
            return try open(claim)
        }
    }

    private func open(_ claim: Claim) throws -> OpenFile {
        do throws(FileSystemFault) {
            return try openFile(claim.folder, claim.name)
        } catch {
            switch error.code {
            case .permissionDenied, .notPermitted: throw FileFault(.cannotRead)
            case .tooManySymbolicLinkLevels: throw FileFault(.symbolicLink)
            default: throw error
            }
        }
    }

    /// Replaces a file that somebody else could still change, through another name of it or as its owner, by a copy.
    private func copied(
        _ claim: Claim,
        _ opened: OpenFile,
        _ status: FileStatus,
        _ whileReading: @escaping @Sendable () throws -> Void
    ) throws -> OpenFile {
        let aside = try DurableFile.writeAside(in: claim.folder) { copy in
            try copy.write(contentOf: opened, asOpened: status, whileReading: whileReading)
        }
        try claim.folder.replace(claim.name, in: claim.folder, with: aside)
        return try openFile(claim.folder, claim.name)
    }

    /// Goes on with a copy, and keeps the original: nobody can say that its writer will not go on.
    private func takeCopy(
        of claim: inout Claim,
        _ opened: OpenFile,
        _ status: FileStatus,
        _ whileReading: @escaping @Sendable () throws -> Void
    ) throws {
        var copy = try desk.claim(claim.name, continuing: claim.continued) { file in
            try file.write(contentOf: opened, asOpened: status, whileReading: whileReading)
        }
        try desk.keepOriginal(claim, as: Original(copy: copy.id, status))
        try desk.beginReading(&copy)
        claim = copy
    }

    /// Its writer may take as long as it likes: that is no failure of the file.
    private func waitForWriter(of claim: Claim, _ round: inout Round) {
        let moment = clock().adding(milliseconds: ReadyTest.Stillness.held.lowerBound)
        restless[claim.id] = Restless(tries: restless[claim.id]?.tries ?? 0, notBefore: moment)
        round.wait(until: moment)
    }

    private func isToBeTriedAgain(_ claim: Claim, _ round: inout Round) -> Bool {
        let tries = (restless[claim.id]?.tries ?? 0) + 1
        guard tries < Self.mostTries else { return false }
        let moment = clock().adding(milliseconds: ReadyTest.Stillness.unknown)
        restless[claim.id] = Restless(tries: tries, notBefore: moment)
        round.wait(until: moment)
        return true
    }

    /// Keeps the mail of a receipt before the receipt itself: whatever ends the program, there is one of it.
    func mail(_ receipt: Receipt, with intake: Intake) async throws {
        guard let message = try intake.settings.mail(receipt) else { return }
        try await intake.store.commit(receipt: message)
    }

    /// Writes the receipt and puts the file away.
    func file(_ told: ToldReceipt, _ claim: Claim, _ intake: Intake) async throws {
        let settings = intake.settings
        try await mail(told.receipt, with: intake)
        // Taken up again after a crash, the same receipt is made of what was committed: writing it again changes nothing.
        try filing.write(told, language: settings.language, zone: settings.zone)
        try filing.put(claim, as: told.receipt, whileReading: settings.whileReading)
        try desk.close(claim)
    }
}

extension Inbox.Round {
    /// Counts a file that was dealt with, and tells of it.
    fileprivate mutating func count(_ receipt: Receipt) async {
        pass.outcomes[receipt.outcome, default: 0] += 1
        if receipt.hasRowsSetAside { pass.withRowsSetAside += 1 }
        await onReceipt(receipt)
    }

    /// Refuses a claimed file that was not read.
    fileprivate func refuse(_ reason: IntakeReason, _ claim: Claim, _ status: FileStatus) async throws -> Receipt {
        try await intake.refuse(reason, name: claim.name, size: status.size, claim: claim.id, at: now)
    }
}

extension StoreError {
    /// Whether the next file may do better.
    fileprivate var isOfOneFile: Bool {
        switch self {
        case .stale, .failed: true
        case .inUse, .notAStore, .unreadable, .passing, .inputOutput: false
        }
    }
}
