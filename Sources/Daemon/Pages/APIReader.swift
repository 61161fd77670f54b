internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import Storage
internal import Telling

/// Reads what programs ask, a page at a time: no answer grows with the store.
struct APIReader {
    let active: ActiveConfiguration
    /// `nil` where the watch has not begun yet.
    let store: SQLiteStore?
    let now: Instant
    let form: APIForm
    /// What may be told now.
    let disclosure: @Sendable () async throws -> Disclosure

    /// One answer.
    struct Page: Sendable {
        let text: String
        /// What to ask for the next one; `nil` on the last page.
        var next: PageAddress.APIQuestion?
    }

    /// The answer to a question.
    ///
    /// - Throws: ``APIFault``, `StoreError`.
    func page(_ question: PageAddress.APIQuestion) async throws -> Page {
        switch question {
        case .description: Page(text: OpenAPIDescription(rules: rules).json)
        case .status(let filter, let mark): try await status(filter, after: mark)
        case .targets: Page(text: text(.targets, TargetsReport(active.register, phrases: active.phrases).objects))
        case .alerts(let isAll, let place): try await alerts(isAll: isAll, after: place)
        case .observations(let series): try await observations(of: series)
        case .ledger(let recipient, let alert, let mark):
            try await ledger(LedgerQuery(recipient: recipient, alert: alert), after: mark)
        }
    }

    private var rules: RuleRegistry { active.configuration.rules.registry }

    private func text(_ endpoint: APIEndpoint, _ objects: [JSONObject]) -> String {
        APIAnswerText(endpoint, as: form, rules: rules, language: active.language).text(objects)
    }

    private func loader(informing: Bool) -> SubjectLoader {
        SubjectLoader(
            store: store,
            register: active.register,
            dependence: active.dependence,
            informing: informing
        )
    }

    /// How many things stand on a page of this endpoint, at most.
    private func size(_ endpoint: APIEndpoint) -> Int { endpoint.pageSize ?? .max }
}

// MARK: Series
extension APIReader {
    private func status(_ filter: SeriesFilter, after mark: SeriesKey?) async throws -> Page {
        try checkNames(filter)
        let disclosure = try await disclosure()
        let keys = try await keys(filter, isExact: disclosure.isExact, after: mark)
        let assessments = try await loader(informing: true).subjects(for: keys)
            .map { active.assessor.assess($0, at: now) }
            .filter { filter.light == nil || $0.told(by: disclosure).light == filter.light }
        let open = try await store?.episodes(of: assessments.map(\.key)).open.values.filter(\.facts.isOpeningState)
        let report = StatusReport(
            assessments,
            by: disclosure,
            rules: rules,
            openingStates: Set(open?.map(\.alert.series) ?? []),
            vanished: try await store?.vanished(at: nil) ?? [:],
            phrases: active.phrases
        )
        let last = keys.count == size(.status) ? keys.last : nil
        return Page(text: text(.status, report.objects), next: last.map { .status(filter, after: $0) })
    }

    /// Refuses a name that the configuration does not have.
    private func checkNames(_ filter: SeriesFilter) throws(APIFault) {
        let (programmes, indicators) = (active.register.programmes, active.register.indicators.values)
        try check("programme", filter.programme, among: programmes.map(\.id))
        try check("package", filter.package, among: programmes.flatMap(\.packages).map(\.id))
        try check("owner", filter.owner, among: indicators.compactMap(\.owner))
    }

    private func check(_ parameter: String, _ value: String?, among known: [String]) throws(APIFault) {
        guard let value, !known.contains(value) else { return }
        throw .unknownName(parameter: parameter, value: value, known: Set(known).sorted())
    }

    /// The series that a page is made of.
    ///
    /// Where anything is hidden they are not chosen by their light: that a page is shorter, or goes on behind a series,
    /// would say which light one has that may not be told.
    private func keys(_ filter: SeriesFilter, isExact: Bool, after mark: SeriesKey?) async throws -> [SeriesKey] {
        let indicators = active.register.indicatorsInOrder.filter(filter.selects)
        guard let store else {
            let expected = indicators.compactMap(active.register.expectedSeries).sorted()
            return Array(expected.filter { key in mark.map { $0 < key } ?? true }.prefix(size(.status)))
        }
        let lights = (isExact ? filter.light : nil).map { [$0] } ?? Set(Light.allCases)
        return try await store.series(of: indicators.map(\.id), lights: lights, after: mark, limit: size(.status))
            .map(\.key)
    }

    private func observations(of series: SeriesKey) async throws -> Page {
        guard let subject = try await loader(informing: false).subjects(for: [series]).first else {
            throw APIFault.noSuchSeries(series.description)
        }
        let hashes = Set(subject.history.observations.compactMap(\.importHash))
        let report = ObservationsReport(
            subject.history,
            by: try await disclosure(),
            fileNames: try await store?.deliveries(ofHashes: hashes).mapValues(\.fileName) ?? [:],
            zone: active.zone
        )
        return Page(text: text(.observations, report.objects))
    }
}

// MARK: What was decided and told
extension APIReader {
    private func alerts(isAll: Bool, after place: PageAddress.AlertPlace?) async throws -> Page {
        let mark = place.map { EpisodeMark(openedAt: $0.openedAt, id: $0.number) }
        let page =
            isAll
            ? try await store?.episodes(after: mark, limit: size(.alerts))
            : try await store?.openEpisodes(after: mark, limit: size(.alerts))
        let episodes = page?.episodes ?? []
        let silences = try await Reporter(active: active, store: store, now: now).silences()
        let report = AlertsReport(
            episodes.silenced(by: silences, at: now),
            by: try await disclosure(),
            zone: active.zone,
            phrases: active.phrases
        )
        let end = episodes.count == size(.alerts) ? page?.end : nil
        return Page(
            text: text(.alerts, report.objects),
            next: end.map { .alerts(isAll: isAll, after: .init(openedAt: $0.openedAt, number: $0.id)) }
        )
    }

    /// So many of the changes that one mail told are given.
    static let mostTold = 500

    private func ledger(_ query: LedgerQuery, after mark: Int?) async throws -> Page {
        let disclosure = try await disclosure()
        let limit = size(.ledger)
        let records =
            try await store?.ledger(query, after: mark ?? 0, limit: limit, toldLimit: Self.mostTold) ?? []
        let mails = records.map { LedgerMail($0, about: query, by: disclosure) }
        let last = records.count == limit ? records.last?.message.id : nil
        return Page(
            text: text(of: mails, by: disclosure),
            next: last.map { .ledger(to: query.recipient, about: query.alert, after: $0) }
        )
    }

    /// A table has a row for each change that a mail told, as `ledger --csv` writes it.
    private func text(of mails: [LedgerMail], by disclosure: Disclosure) -> String {
        switch form {
        case .json:
            let report = LedgerReport(as: .json, by: disclosure, zone: active.zone, phrases: active.phrases)
            return text(.ledger, report.objects(mails))
        case .csv:
            var report = LedgerReport(
                as: .csv,
                by: disclosure,
                zone: active.zone,
                hasRelay: active.hasRelay,
                phrases: active.phrases
            )
            return report.beginning + report.next(mails) + report.end
        }
    }
}
