internal import Alerting
internal import Assessment
internal import Catalogue
internal import Feeds
internal import Files
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

/// Which files came, and what is awaited.
extension PageDesk {
    /// What is awaited as it was worked out last, and in which minute: judgements move with time.
    struct KnownAwaited: Sendable {
        let known: Known<AwaitedFigures>
        let minute: Int
    }

    /// So many files stand on a page.
    private static let mostFiles = 50

    func deliveries(before id: Int?, as table: String? = nil) async -> PageAnswer {
        await shown { [self] reading in
            let limit = Self.mostFiles
            let files = try await reading.store?.deliveries(before: id, limit: limit + 1) ?? []
            let shown = files.prefix(limit)
            let page = DeliveriesPage(
                shown.map { ToldDelivery($0, in: reading.active) },
                awaited: id == nil ? try await awaited(reading) : nil,
                before: id,
                next: files.count > limit ? shown.last?.id : nil,
                in: try await framed(
                    reading.plan.phrases.say("Leveringen", "Deliveries"),
                    at: .deliveries(),
                    reading
                ),
                plan: reading.plan
            )
            return answer(page, as: table, reading.active.language)
        }
    }

    func delivery(_ id: Int) async -> PageAnswer {
        await shown { [self] reading in
            guard let file = try await reading.store?.delivery(id) else {
                return notFound(Self.unknownDelivery(in: reading.active))
            }
            let told = ToldDelivery(file, in: reading.active)
            let trail: [PageFrame.Link] = [(reading.plan.phrases.say("Leveringen", "Deliveries"), .deliveries())]
            let page = DeliveryPage(
                told,
                receipts: try await reading.receipts(of: file),
                in: try await framed(
                    DeliveryPage.title(of: told, plan: reading.plan),
                    at: .delivery(id),
                    trail: trail,
                    reading
                ),
                plan: reading.plan
            )
            return PageAnswer(.ok, .html, text: page.html)
        }
    }

    /// What is awaited, which is worked out once for each state of the store however many ask for it.
    private func awaited(_ reading: PageReading) async throws -> AwaitedFigures {
        guard let store = reading.store else { return try await reading.awaited() }
        let (state, minute) = (try await state(reading.active, store), reading.now.seconds / 60)
        if let last = knownAwaited, last.known.state == state, last.minute == minute {
            return try await last.known.work.value
        }
        let known = Known(
            state: state,
            work: Task(executorPreference: OwnThread.pages) { try await reading.awaited() }
        )
        knownAwaited = KnownAwaited(known: known, minute: minute)
        return try await known.work.value
    }

    private static func unknownDelivery(in active: ActiveConfiguration) -> UnknownPage {
        let words = active.phrases.say("Deze levering bestaat niet.", "There is no such delivery.")
        let all = active.phrases.say("Alle leveringen", "All deliveries")
        return UnknownPage(words, meant: [(all, .deliveries())], language: active.language)
    }
}

extension ToldDelivery {
    fileprivate init(_ file: DeliveredFile, in active: ActiveConfiguration) {
        let profile = active.configuration.feedProfiles.first { $0.name == file.profile }
        self.init(
            id: file.id,
            at: file.at,
            fileName: file.fileName,
            hash: file.hash,
            byteCount: file.byteCount,
            supplier: profile?.supplier?.name ?? file.profile,
            refusal: file.refusal,
            counts: Counts(
                rows: file.rows,
                taken: file.taken,
                revised: file.revised,
                unchanged: file.unchanged,
                skipped: file.skipped,
                faults: file.faults
            ),
            isRepeat: file.isRepeat,
            isUndone: file.isUndone
        )
    }
}

extension PageReading {
    /// What is awaited: of the series that have to be there, judged now.
    fileprivate func awaited() async throws -> AwaitedFigures {
        let keys = active.register.indicatorsInOrder.compactMap(active.register.expectedSeries)
        let loader = SubjectLoader(
            store: store,
            register: active.register,
            dependence: active.dependence,
            informing: false
        )
        let assessments = try await loader.subjects(for: keys).map { active.assessor.assess($0, at: now) }
        let late = try await store?.episodes(of: keys).open.values.sorted { $0.alert < $1.alert } ?? []
        return AwaitedFigures(late: late, assessments)
    }

    /// The receipts of a file as they were written.
    ///
    /// They tell what might be told then. What may be told can be less now, so that those of a feed that brings what counts
    /// persons are withheld; where anything counts persons also those of files without a feed, and of a feed that has brought
    /// nothing yet: nobody knows what they are about.
    fileprivate func receipts(of file: DeliveredFile) async throws -> DeliveryPage.Receipts {
        guard file.refusal != .personalData else { return .gone }
        guard try await mayShowReceipts(of: file) else { return .withheld }
        let read = ReceiptFiles(folder: active.configuration.folders.receipts).receipts(of: file)
        return read.isEmpty ? .gone : .texts(read.map(\.text), isCut: read.contains(where: \.isCut))
    }

    private func mayShowReceipts(of file: DeliveredFile) async throws -> Bool {
        if plan.disclosure.isExact { return true }
        guard let feed = file.profile, let store else { return false }
        let profile = active.configuration.feedProfiles.first { $0.name == feed }
        guard profile?.countsPersons != true else { return false }
        let brought = try await store.series(ofFeeds: [feed])
        return !brought.isEmpty && brought.allSatisfy { !plan.disclosure.concerns($0) }
    }
}
