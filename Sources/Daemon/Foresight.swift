internal import Alerting
internal import Feeds
internal import Files
internal import Indicators
internal import Storage
internal import Telling

/// Says what judging would make of a file, and writes nothing.
struct Foresight: Sendable {
    let store: any JudgingStore & DigestStore & IntakeStore & HandlingStore
    let active: ActiveConfiguration

    /// Of so many series it is said; more would keep whoever asks waiting.
    static let mostSeries = 1000

    /// The series whose histories judging some of them needs.
    var needed: @Sendable ([SeriesKey]) -> [SeriesKey] {
        let loader = SubjectLoader(
            store: store,
            register: active.register,
            dependence: active.dependence,
            informing: false
        )
        return { loader.needed(for: $0) }
    }

    /// The receipt that a file would get.
    ///
    /// - Throws: `StoreError`, what ends the reading.
    func rehearsed(_ file: OpenFile, name: FileName, with intake: Intake, at now: Instant) async throws -> ToldReceipt {
        do {
            let (receipt, rehearsal) = try await intake.rehearse(
                file,
                name: name,
                at: now,
                limit: Self.mostSeries,
                needed: needed
            )
            return ToldReceipt(receipt, try await consequences(of: receipt, rehearsal, at: now))
        } catch let fault as FileFault {
            let size = try file.status().size
            return ToldReceipt(
                try await intake.refuse(fault.reason, name: name, size: size, isDryRun: true, at: now)
            )
        }
    }

    /// What would follow from a file of which only a dry run was made.
    func consequences(
        of receipt: Receipt,
        _ rehearsal: Rehearsal?,
        at now: Instant
    ) async throws -> ToldReceipt.Consequences? {
        guard let rehearsal, let hash = receipt.sha256, receipt.outcome == .dryRun, rehearsal.count > 0 else {
            return nil
        }
        let judge = Judge(store: store, active: active, digests: store, overlaying: rehearsal.histories)
        let effects = try await judge.foresee(rehearsal.series, of: hash, at: now)
        let loader = DisclosureLoader(store: store, active: active, overlay: rehearsal.histories)
        return .foreseen(
            effects.told(by: try await loader.disclosure()),
            judged: rehearsal.series.count,
            of: rehearsal.count
        )
    }

    /// What will follow from a file that was taken in and has not been judged.
    func consequences(of receipt: Receipt, at now: Instant) async throws -> ToldReceipt.Consequences? {
        guard let hash = receipt.sha256, receipt.changesTheStore else { return nil }
        let marked = try await store.seriesToJudge(at: now, limit: Self.mostSeries)
        // Of more than that nobody has looked which are its own.
        guard marked.count < Self.mostSeries else { return nil }
        let series = marked.filter { $0.standing?.markedBy == hash }
        let judge = Judge(store: store, active: active, digests: store)
        let effects = try await judge.foresee(series, of: hash, at: now)
        return .foreseen(
            effects.told(by: try await DisclosureLoader(store: store, active: active).disclosure()),
            judged: marked.count,
            of: marked.count
        )
    }
}
