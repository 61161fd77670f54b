internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import Storage
internal import Telling

/// Brings together what the page of an indicator shows, judged now and without committing anything.
struct DossierLoader {
    /// `nil` where the watch has not begun yet.
    let store: SQLiteStore?
    let active: ActiveConfiguration
    let disclosure: Disclosure
    let now: Instant

    /// So many other series are shown beside each other.
    private static let mostParts = 24
    /// So many series stand on a page of the table.
    private static let mostListed = 100
    /// Where persons are counted, so many pages of series are looked through for those that count none.
    private static let mostPages = 20

    private var register: IndicatorRegister { active.register }

    private var subjects: SubjectLoader {
        SubjectLoader(store: store, register: register, dependence: active.dependence)
    }

    /// All that is known of a series; `nil` where there is no such series.
    func dossier(of key: SeriesKey, in programme: Programme) async throws -> IndicatorDossier? {
        guard let subject = try await subjects.subjects(for: [key]).first,
            subject.isExpected || !subject.history.observations.isEmpty
        else { return nil }
        var dossier = IndicatorDossier(
            programme: programme,
            subject: subject,
            assessment: active.assessor.assess(subject, at: now)
        )
        dossier.areaNames = register.areaNames
        guard let store else { return dossier }
        dossier.corrections = try await store.corrections(of: key)
        dossier.revisions = try await revisions(of: subject, in: store)
        dossier.files = try await files(of: dossier, in: store)
        dossier.open = try await open(key, in: store)
        dossier.episodes = try await episodes(of: key, besides: dossier.open.map(\.episode), in: store)
        dossier.openingState = dossier.open.map(\.episode).filter(\.facts.isOpeningState).map(\.openedAt).min()
        let others = try await others(than: key, in: store)
        dossier.parts = try await judged(Array(others.prefix(Self.mostParts)))
        dossier.hasMoreParts = others.count > Self.mostParts
        return dossier
    }

    /// A page of all series of an indicator, as they are judged now.
    ///
    /// - Returns: the judgements, and the last series where there are more behind it.
    func listed(
        _ indicator: IndicatorID,
        after mark: SeriesKey?
    ) async throws -> (assessments: [SeriesAssessment], next: SeriesKey?) {
        let lights = Set(Light.allCases)
        let limit = Self.mostListed
        let page = try await store?.series(of: [indicator], lights: lights, after: mark, limit: limit) ?? []
        let keys = page.map(\.key).filter(register.watches)
        return (try await judged(keys).map(\.assessment), page.count == limit ? page.last?.key : nil)
    }

    private func judged(_ keys: [SeriesKey]) async throws -> [IndicatorDossier.Part] {
        try await subjects.subjects(for: keys).map { IndicatorDossier.Part($0, active.assessor.assess($0, at: now)) }
    }

    private func revisions(
        of subject: SeriesSubject,
        in store: SQLiteStore
    ) async throws -> [Period: [RecordedObservation]] {
        var revisions: [Period: [RecordedObservation]] = [:]
        for recorded in subject.history.observations.suffix(ValueLimits.mostShown) where recorded.revision > 1 {
            revisions[recorded.period] = try await store.revisions(of: subject.history.key, period: recorded.period)
        }
        return revisions
    }

    private func files(of dossier: IndicatorDossier, in store: SQLiteStore) async throws -> [String: ToldFile] {
        let all = dossier.subject.history.observations + dossier.revisions.values.flatMap { $0 }
        let files = try await store.deliveries(ofHashes: Set(all.compactMap(\.importHash)))
        return files.mapValues { ToldFile(id: $0.id, name: $0.fileName) }
    }

    /// The other series of the indicator, the worst first, as far as that may be told: which of those deviate that count
    /// persons must not show by which of them are shown.
    private func others(than key: SeriesKey, in store: SQLiteStore) async throws -> [SeriesKey] {
        let limit = Self.mostParts + 2
        var plain: [SeriesKey] = []
        for light in Light.allCases.sorted(by: { $0.gravity > $1.gravity }) where plain.count <= Self.mostParts {
            plain += try await self.plain(key.indicator, light, limit: limit, in: store)
        }
        let counted = try await store.series(
            of: [key.indicator],
            lights: Set(Light.allCases),
            after: nil,
            limit: limit
        )
        .map(\.key)
        return (plain + counted.filter(disclosure.concerns)).filter { $0 != key && register.watches($0) }
    }

    /// The first series of a light that count no persons, among as many as are looked at.
    private func plain(
        _ indicator: IndicatorID,
        _ light: Light,
        limit: Int,
        in store: SQLiteStore
    ) async throws -> [SeriesKey] {
        var (found, mark) = ([SeriesKey](), SeriesKey?.none)
        for _ in 0..<Self.mostPages where found.count < limit {
            let page = try await store.series(of: [indicator], lights: [light], after: mark, limit: Self.mostListed)
            found += page.map(\.key).filter { !disclosure.concerns($0) }
            guard page.count == Self.mostListed, let last = page.last else { break }
            mark = last.key
        }
        return Array(found.prefix(limit))
    }
}

// MARK: Alerts

extension DossierLoader {
    /// The open alerts of a series, with what holds their notices back.
    private func open(_ key: SeriesKey, in store: SQLiteStore) async throws -> [OpenAlert] {
        let silences = try await store.silences(isAll: false).filter { $0.at <= now }
        let own = try await store.episodes(of: [key]).open.values.filter { $0.openedAt <= now }
            .sorted { $0.alert < $1.alert }
        let speaking = try await store.episodes(of: speaking(for: own, of: key)).open.values
        let muting = Muting(
            open: (own + speaking).map { $0.told(by: disclosure) },
            silences: silences,
            at: now
        )
        return own.silenced(by: silences, at: now).map { episode in
            OpenAlert(episode, held: muting.reasons(for: episode.told(by: disclosure)))
        }
    }

    /// The series whose alerts may speak for those of this one: what it is a part of, and what is late with it.
    private func speaking(for own: [Episode], of key: SeriesKey) -> [SeriesKey] {
        let wholes = own.flatMap(\.alert.wholes).map(\.series)
        let isLate = own.contains { $0.alert.rule == OverdueEvidence.rule }
        let late = isLate ? register.indicatorsInOrder.compactMap(register.expectedSeries) : []
        return Set(wholes + late).subtracting([key]).sorted()
    }

    /// Those that are open and the latest that have ended, the latest opened first.
    private func episodes(
        of key: SeriesKey,
        besides open: [Episode],
        in store: SQLiteStore
    ) async throws -> [Episode] {
        let all = try await store.allEpisodes(of: [key], limit: IndicatorDossier.mostEpisodes)
        return open.sorted { $0.openedAt > $1.openedAt } + all.filter { $0.closedAt != nil }
    }
}
