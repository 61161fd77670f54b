package import Feeds
package import Indicators

/// The store as intake needs it: which files were taken in, and what they brought.
package protocol IntakeStore: Sendable {
    /// The import in which the same content was taken in before; `nil` for new content. Refused files do not count.
    func acceptedImport(hash: String) async throws -> AcceptedImport?

    /// What was committed of a claimed file: after a crash between commit and receipt, what its receipt has to tell.
    ///
    /// - Parameter claim: the ``ImportHeader/claim`` that it was recorded with.
    /// - Returns: `nil` where nothing was taken in of it.
    /// - Throws: ``StoreError``.
    func committedImport(of claim: String) async throws -> CommittedImport?

    /// Takes in one file: all of it or nothing.
    ///
    /// Pulls the rows one by one within the transaction. What each is to what is known, ``RowDecision`` says: the store
    /// only looks up what it asks for and keeps what it answers, and the older value of a revision stays readable. Every
    /// series with a new value or a revision is marked to be judged, and so is every series derived from it, directly or
    /// through others.
    ///
    /// Nothing is kept of a dry run, of a file with the same content as an accepted one, or where there are faults and
    /// the profile does not set faulty rows aside.
    ///
    /// - Parameters:
    ///   - header: the file.
    ///   - rows: gives the next outcome of reading the file; `nil` at its end. What it throws is thrown on, and nothing
    ///     is kept.
    ///   - dependants: the derived series to judge when this one changes.
    ///   - whileEntering: is called while many rows go in together: whoever waits sees that the work goes on. What it
    ///     throws is thrown on, and nothing is kept.
    /// - Returns: what became of the file and of its rows, also where nothing is kept.
    /// - Throws: ``StoreError``, or what `rows` throws.
    func record(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey],
        whileEntering: @escaping @Sendable () throws -> Void
    ) async throws -> ImportOutcome

    /// Says what ``record(import:rows:dependants:whileEntering:)`` would do, and what would have to be judged then; keeps nothing.
    ///
    /// - Parameters:
    ///   - header: the file.
    ///   - rows: gives the next outcome of reading the file; `nil` at its end.
    ///   - dependants: the derived series to judge when this one changes.
    ///   - limit: of so many series to judge it is said how they would stand.
    ///   - needed: the series whose histories judging those needs.
    ///   - whileEntering: is called while many rows go in together, as in recording.
    /// - Returns: what would become of the file, and the series as they would be.
    /// - Throws: ``StoreError``, or what `rows` throws.
    func rehearse(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey],
        limit: Int,
        needed: @escaping @Sendable ([SeriesKey]) -> [SeriesKey],
        whileEntering: @escaping @Sendable () throws -> Void
    ) async throws -> Rehearsal

    /// Keeps the mail of a receipt; once for each key.
    func commit(receipt message: NewMessage) async throws

    /// Keeps that a file was refused, for the ledger; once for each claim and reason, however often it is tried.
    func record(refusal header: ImportHeader, reason: IntakeReason) async throws
}

extension IntakeStore {
    /// Takes a file in where nobody waits for the work.
    package func record(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey]
    ) async throws -> ImportOutcome {
        try await record(import: header, rows: rows, dependants: dependants, whileEntering: {})
    }

    /// Says what taking a file in would do, where nobody waits for the work.
    package func rehearse(
        import header: ImportHeader,
        rows: @escaping @Sendable () throws -> RowOutcome?,
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey],
        limit: Int,
        needed: @escaping @Sendable ([SeriesKey]) -> [SeriesKey]
    ) async throws -> Rehearsal {
        try await rehearse(
            import: header,
            rows: rows,
            dependants: dependants,
            limit: limit,
            needed: needed,
            whileEntering: {}
        )
    }
}
