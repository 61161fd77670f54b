internal import Feeds
internal import Files
internal import Storage
internal import SystemPackage

extension Inbox {
    /// Brings one claim to its end, or leaves it for a later pass.
    func finish(_ claim: Claim, _ round: inout Round) async throws {
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
            case .permissionDenied, .notPermitted: throw FileFault(.cannotRead)
            case .tooManySymbolicLinkLevels: throw FileFault(.symbolicLink)
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
        let moment = clock().adding(milliseconds: ReadyTest.Stillness.unknown)
        restless[claim.id] = Restless(tries: tries, notBefore: moment)
        round.wait(until: moment)
        return true
    }

    private func file(_ receipt: Receipt, _ claim: Claim, _ settings: IntakeSettings) throws {
        // Taken up again after a crash between receipt and archive: the receipt that is there tells what was taken in.
        let isTold =
            claim.isLeftOver && receipt.outcome == .duplicate
            && receipt.earlier?.fileName.bytes
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
