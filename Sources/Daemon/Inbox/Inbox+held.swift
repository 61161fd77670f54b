internal import Alerting
internal import Feeds
internal import Files
internal import Indicators
internal import Storage
internal import Telling

extension Inbox {
    /// What became of the receipts that were held.
    struct FiledReceipts: Sendable {
        /// By the name of the claim.
        var told: [String: ToldReceipt] = [:]
        var troubles: [InboxPass.Trouble] = []
    }

    /// Writes the receipts that were held, now that what follows from their files is known, and puts the files away.
    ///
    /// What follows stands in the store, so that a receipt tells the same where a sudden end comes before it.
    ///
    /// - Parameter intake: the store, and the words of the configuration.
    /// - Returns: the receipts; what could not be written is tried again in the next pass.
    /// - Throws: a ``FileSystemFault`` that is fatal, and `StoreError`.
    func fileHeld(with intake: Intake) async throws -> FiledReceipts {
        await takeTurn()
        defer { turn.end() }
        var filed = FiledReceipts()
        guard !held.isEmpty else { return filed }
        for claim in try desk.leftOvers() {
            guard let receipt = held[claim.id] else { continue }
            let key = receipt.claim ?? Claim.key(of: claim.id)
            let effects = try await intake.store.committedImport(of: key)?.effects
            let disclosure = try await intake.settings.disclosure()
            let told = ToldReceipt(receipt, .judged((effects ?? .init()).told(by: disclosure)))
            filed.told[key] = told
            held[claim.id] = nil
            do {
                try await file(told, claim, intake)
            } catch let fault as FileSystemFault where !fault.isFatal {
                unfiled[claim.id] = Unfiled(told: told, isCounted: true)
                filed.troubles.append(InboxPass.Trouble(name: claim.name, why: InboxTrouble(fault)))
            }
        }
        return filed
    }

    /// Writes one receipt that was held, though what follows from it is only foreseen, and puts its file away.
    func fileHeld(_ told: ToldReceipt, with intake: Intake) async throws {
        await takeTurn()
        defer { turn.end() }
        let claims = try desk.leftOvers().filter { held[$0.id] == told.receipt }
        for claim in claims {
            held[claim.id] = nil
            try await file(told, claim, intake)
        }
    }

    /// Whether the receipt of another file can be held; where it cannot, the pass is told to come again.
    func hasRoom(_ round: inout Round) -> Bool {
        guard round.isHolding, held.count >= mostHeld else { return true }
        round.pass.isFull = true
        let now = clock()
        if round.pass.nextLook.map({ $0 > now }) ?? true { round.wait(until: now) }
        return false
    }

    /// Says what would be taken in of a file that a user named.
    func rehearse(
        _ file: OpenFile,
        name: FileName,
        with intake: Intake,
        _ foresight: Foresight,
        at now: Instant
    ) async throws -> ToldReceipt {
        await takeTurn()
        defer { turn.end() }
        let status = try file.status()
        guard !isBeingWritten(file, status) else {
            let reason = IntakeReason.beingWritten
            return ToldReceipt(
                try await intake.refuse(reason, name: name, size: status.size, isDryRun: true, at: now)
            )
        }
        return try await foresight.rehearsed(file, name: name, with: intake, at: now)
    }
}
