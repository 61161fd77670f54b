package import Feeds
package import Files
package import Indicators
package import Storage
internal import Synchronization

/// Reads one file into the store: hash and form in one reading, known or new, then the rows in one transaction.
///
/// It neither moves nor writes files. A reloaded configuration makes a new one.
package struct Intake: Sendable {
    package let store: any IntakeStore
    package let settings: IntakeSettings
    /// Gives the rows of a file to the store.
    private var recording: Recording

    private typealias Recording =
        @Sendable (ImportHeader, @escaping @Sendable () throws -> RowOutcome?) async throws -> ImportOutcome

    package init(store: any IntakeStore, settings: IntakeSettings) {
        self.store = store
        self.settings = settings
        recording = { header, rows in
            try await store.record(
                import: header,
                rows: rows,
                dependants: settings.dependants,
                whileEntering: settings.whileReading
            )
        }
    }

    /// Takes a file in, or says why not.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - name: what it is called.
    ///   - claim: the ``Claim/id`` that it is held by. What was committed of that claim, before a crash, is what the
    ///     receipt tells.
    ///   - isUnderWay: whether what was committed of a claim has not been told yet. Whoever tries again what was committed,
    ///     but could not be told for a full disk, is told that, and not that it was taken in before.
    ///   - isDryRun: only says what would be taken in.
    ///   - now: the moment that receipt and import carry.
    /// - Returns: what became of it.
    /// - Throws: ``FileFault`` with `changed-while-reading` where somebody still writes in it, what the store throws and
    ///   what ends the reading; nothing has been kept then.
    package func take(
        _ file: OpenFile,
        name: FileName,
        claim: FileName? = nil,
        isUnderWay: @Sendable (FileName) -> Bool = { _ in false },
        isDryRun: Bool = false,
        at now: Instant
    ) async throws -> Receipt {
        var dossier = Dossier(name: name, claim: claim, at: now, isDryRun: isDryRun)
        dossier.continues = try await continued(by: claim, name)
        do {
            return try await told(try await read(file, &dossier, isUnderWay))
        } catch let fault as FileFault where fault.reason != .changedWhileReading {
            return try await told(try await refuse(fault, dossier))
        }
    }

    /// The receipt as it may be told; the store keeps what it says exactly.
    private func told(_ receipt: Receipt) async throws -> Receipt {
        receipt.told(by: try await settings.disclosure())
    }

    /// Says what would be taken in of a file, and which series would have to be judged then.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - name: what it is called.
    ///   - now: the moment that the receipt carries.
    ///   - limit: of so many series it is said how they would stand.
    ///   - needed: the series whose histories judging those needs.
    /// - Returns: the receipt, and what was found; `nil` where the file was not read to its end.
    /// - Throws: what ``take(_:name:claim:isUnderWay:isDryRun:at:)`` throws.
    package func rehearse(
        _ file: OpenFile,
        name: FileName,
        at now: Instant,
        limit: Int,
        needed: @escaping @Sendable ([SeriesKey]) -> [SeriesKey]
    ) async throws -> (receipt: Receipt, rehearsal: Rehearsal?) {
        let kept = Mutex<Rehearsal?>(nil)
        var trial = self
        trial.recording = { [store, settings] header, rows in
            let rehearsal = try await store.rehearse(
                import: header,
                rows: rows,
                dependants: settings.dependants,
                limit: limit,
                needed: needed,
                whileEntering: settings.whileReading
            )
            kept.withLock { $0 = rehearsal }
            return rehearsal.outcome
        }
        let receipt = try await trial.take(file, name: name, isDryRun: true, at: now)
        return (receipt, kept.withLock { $0 })
    }

    /// Refuses a file that was not read.
    package func refuse(
        _ reason: IntakeReason,
        name: FileName,
        size: Int?,
        claim: FileName? = nil,
        isDryRun: Bool = false,
        at now: Instant
    ) async throws -> Receipt {
        var dossier = Dossier(name: name, claim: claim, at: now, isDryRun: isDryRun)
        dossier.size = size
        if let committed = try await committed(of: dossier) { return try await told(dossier.receipt(of: committed)) }
        return try await told(try await refuse(FileFault(reason), dossier))
    }

    /// The delivery after which somebody went on writing in the file.
    private func continued(by claim: FileName?, _ name: FileName) async throws -> Receipt.Earlier? {
        guard let earlier = claim.flatMap(Claim.continued), let committed = try await committed(of: earlier) else {
            return nil
        }
        return Receipt.Earlier(at: committed.at, fileName: name)
    }

    private func read(
        _ file: OpenFile,
        _ dossier: inout Dossier,
        _ isUnderWay: @Sendable (FileName) -> Bool
    ) async throws -> Receipt {
        let status = try file.status()
        guard status.kind != .folder else { throw FileFault(.fileIsFolder) }
        guard status.kind == .regular else { throw FileFault(.notARegularFile) }
        dossier.size = status.size
        guard status.size <= settings.sizeLimit else { throw FileFault(.tooLarge) }
        let reading = FileReading(
            file: file,
            name: dossier.name,
            asOpened: status,
            profiles: settings.profiles.filter { [name = dossier.name] in $0.mayBeAbout(name) },
            whileReading: settings.whileReading
        )
        let look = try reading.look()
        dossier.digest = look.digest
        dossier.profile = look.profile
        dossier.firstLines = look.firstLines
        let earlier = try await store.acceptedImport(hash: look.digest.description)
        if let earlier, let committed = try await untold(&dossier, earlier, isUnderWay) {
            dossier.dialect = try? look.dialect.get()
            return dossier.receipt(of: committed)
        }
        let dialect: FileDialect
        do {
            dialect = try look.dialect.get()
        } catch {
            // It was taken in under another configuration, and that stays so; what is about persons is put aside all the same.
            guard let earlier, error.reason != .personalData else { throw error }
            return dossier.duplicate(of: earlier)
        }
        dossier.dialect = dialect
        let context = ReadingContext(
            register: settings.register,
            today: settings.zone.local(dossier.at).date,
            otherAreas: dossier.profile?.otherAreas ?? .skip
        )
        let rows = RowPull(try reading.rows(look, dialect, in: context)) { try file.verify(isStill: status) }
        return try await record(rows, dossier)
    }

    /// What a life of the program that ended before it wrote the receipt has committed of the same claim.
    private func committed(of dossier: Dossier) async throws -> CommittedImport? {
        guard let claim = dossier.claim else { return nil }
        return try await committed(of: claim)
    }

    private func committed(of claim: FileName) async throws -> CommittedImport? {
        try await store.committedImport(of: Claim.key(of: claim))
    }

    /// What was committed of the same content and not told yet: of the same claim, or of another one.
    private func untold(
        _ dossier: inout Dossier,
        _ earlier: AcceptedImport,
        _ isUnderWay: @Sendable (FileName) -> Bool
    ) async throws -> CommittedImport? {
        if let own = try await committed(of: dossier) { return own }
        guard let claim = earlier.claim.map({ FileName($0) }), isUnderWay(claim) else { return nil }
        dossier.claim = claim
        return try await committed(of: claim)
    }

    private func record(_ rows: RowPull, _ dossier: Dossier) async throws -> Receipt {
        switch try await recording(dossier.header, { try rows.next() }) {
        case .accepted(let tally): return dossier.receipt(dossier.isDryRun ? .dryRun : .taken, tally: tally)
        case .refused(let tally): return try await refuse(tally.faults.first?.reason ?? .cannotRead, tally, dossier)
        // Another daemon took the same content in since it was asked for.
        case .repeated(let earlier, let tally): return dossier.again(earlier, tally)
        }
    }

    private func refuse(_ fault: FileFault, _ dossier: Dossier) async throws -> Receipt {
        var tally = IntakeTally()
        tally.note(fault)
        var dossier = dossier
        dossier.recognition = fault.recognition
        return try await refuse(fault.reason, tally, dossier)
    }

    private func refuse(_ reason: IntakeReason, _ tally: IntakeTally, _ dossier: Dossier) async throws -> Receipt {
        if !dossier.isDryRun { try await store.record(refusal: dossier.header, reason: reason) }
        return dossier.receipt(.refused, tally: tally)
    }
}

/// What is known of one file so far.
private struct Dossier: Sendable {
    let name: FileName
    var claim: FileName?
    let at: Instant
    let isDryRun: Bool
    var continues: Receipt.Earlier?
    var size: Int?
    var digest: FileDigest?
    var profile: FeedProfile?
    var dialect: FileDialect?
    /// What the file was taken for, where it could not be read.
    var recognition: Recognition?
    var firstLines: [String] = []

    init(name: FileName, claim: FileName?, at: Instant, isDryRun: Bool) {
        self.name = name
        self.claim = claim
        self.at = at
        self.isDryRun = isDryRun
    }

    var header: ImportHeader {
        ImportHeader(
            fileName: name.printable,
            hash: digest?.description ?? "",
            byteCount: size ?? 0,
            at: at,
            profile: profile?.name,
            setsFaultyRowsAside: profile?.faultyRows == .setAside,
            isDryRun: isDryRun,
            claim: claim.map(Claim.key),
            continues: continues == nil ? nil : claim.flatMap(Claim.continued).map(Claim.key)
        )
    }

    /// The receipt of what was committed before the program ended.
    func receipt(of committed: CommittedImport) -> Receipt {
        Receipt(
            fileName: name,
            sha256: committed.hash,
            size: size,
            at: committed.at,
            profile: profile,
            outcome: committed.repeats != nil && committed.tally.changeCount == 0 ? .duplicate : .taken,
            dialect: dialect,
            tally: committed.tally,
            earlier: committed.repeats.map(Receipt.Earlier.init),
            continues: continues,
            claim: claim.map(Claim.key)
        )
    }

    func receipt(
        _ outcome: Receipt.Outcome,
        tally: IntakeTally = IntakeTally(),
        earlier: Receipt.Earlier? = nil
    ) -> Receipt {
        Receipt(
            fileName: name,
            sha256: digest?.description,
            size: size,
            at: at,
            profile: profile,
            outcome: outcome,
            dialect: dialect,
            recognition: recognition,
            firstLines: firstLines,
            tally: tally,
            earlier: earlier,
            continues: continues,
            claim: claim.map(Claim.key),
            isDryRun: isDryRun
        )
    }

    func duplicate(of earlier: AcceptedImport) -> Receipt { receipt(.duplicate, earlier: Receipt.Earlier(earlier)) }

    /// The receipt of content that was taken in before, whose rows were held against what holds now.
    func again(_ earlier: AcceptedImport, _ tally: IntakeTally) -> Receipt {
        let outcome: Receipt.Outcome = tally.changeCount == 0 ? .duplicate : isDryRun ? .dryRun : .taken
        return receipt(outcome, tally: tally, earlier: Receipt.Earlier(earlier))
    }
}

extension Receipt.Earlier {
    fileprivate init(_ earlier: AcceptedImport) {
        self.init(at: earlier.at, fileName: FileName(earlier.fileName))
    }
}

/// The rows of one file for the store, which pulls them one by one within its transaction.
private final class RowPull: Sendable {
    private let rows: Mutex<any RowReader>
    private let atEnd: @Sendable () throws -> Void

    init(_ rows: sending any RowReader, atEnd: @escaping @Sendable () throws -> Void) {
        self.rows = Mutex(rows)
        self.atEnd = atEnd
    }

    /// The next row; behind the last, the proof that the file did not change.
    func next() throws -> RowOutcome? {
        if let row = try rows.withLock({ try $0.next() }) { return row }
        try atEnd()
        return nil
    }
}
