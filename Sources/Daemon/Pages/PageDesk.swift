internal import Alerting
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

/// Answers what the status page is asked, from a store of its own that is open for reading: the watch waits for no reader.
///
/// Pages are made on a thread of their own, one after another; health waits for none of them.
actor PageDesk: PageSource {
    let clock: WallClock
    let vitalSigns: VitalSigns
    /// The configuration in force.
    let active: @Sendable () async -> ActiveConfiguration
    /// Hands an order about an open alert to the work loop; `nil` where nobody may give any.
    let handle: (@Sendable (HandlingOrder) async -> ControlResponse)?
    /// The version of the program, for the foot of every page.
    let version: String?
    private let health: HealthDesk
    private var known: SQLiteStore?
    /// How everything stands, as it was worked out last.
    var knownStandings: Known<ToldStandings>?
    /// The first page as it was made last.
    var knownOverview: KnownOverview?
    /// What is awaited, as it was worked out last.
    var knownAwaited: KnownAwaited?
    /// What the store holds in numbers, as it was counted last.
    var knownHoldings: Known<WatchMetrics.Holdings>?

    init(
        clock: WallClock,
        vitalSigns: VitalSigns,
        version: String? = nil,
        handle: (@Sendable (HandlingOrder) async -> ControlResponse)? = nil,
        active: @escaping @Sendable () async -> ActiveConfiguration
    ) {
        self.handle = handle
        self.clock = clock
        self.vitalSigns = vitalSigns
        self.version = version
        self.active = active
        health = HealthDesk(clock: clock, vitalSigns: vitalSigns, active: active)
    }

    nonisolated func answer(_ request: PageRequest) async -> PageAnswer {
        let address = PageAddress(path: request.path, query: request.query)
        if address == .health { return await health.answer() }
        return await withTaskExecutorPreference(OwnThread.pages) { await page(at: address, request) }
    }

    private func page(at address: PageAddress?, _ request: PageRequest) async -> PageAnswer {
        guard let address else {
            if request.path.first == "api" { return apiRefusal(request) }
            if let unknown = PageAddress.unknownValue(path: request.path, query: request.query) {
                return notFound(unknown.page(in: await active().language))
            }
            return await notFound()
        }
        if case .table(let table, let page) = address { return await answer(page, request, as: table) }
        return await answer(address, request)
    }

    /// The store; `nil` where the watch has not begun yet.
    func store(_ active: ActiveConfiguration) throws -> SQLiteStore? {
        if known == nil { known = try SQLiteStore.openForReading(active.configuration) }
        return known
    }

    /// Opens the store anew at the next question: it may have been put in the place of another one.
    func forgetStore() {
        known = nil
        // Marks of another store say nothing.
        (knownStandings, knownOverview, knownAwaited, knownHoldings) = (nil, nil, nil, nil)
    }
}

extension PageDesk {
    /// The answer about what stands at an address.
    ///
    /// - Parameters:
    ///   - address: the address.
    ///   - request: what was asked.
    ///   - table: the table of the page that is asked for in its place, for a spreadsheet; `nil` for the page.
    /// - Returns: the answer.
    private func answer(
        _ address: PageAddress,
        _ request: PageRequest,
        as table: String? = nil
    ) async -> PageAnswer {
        switch address {
        case .indicator(let programme, let id, let area, let breakdown):
            await indicator(
                IndicatorPlace(programme: programme, indicator: id, area: area, breakdown: breakdown),
                for: request.person,
                as: table
            )
        case .series(let programme, let id, let mark):
            await series(IndicatorPlace(programme: programme, indicator: id), after: mark, as: table)
        case .alerts(let filter): await alerts(filter, as: table)
        case .deliveries(let before): await deliveries(before: before, as: table)
        case .ledger(let recipient, let alert, let before, let after):
            await ledger(
                LedgerPage.Question(recipient: recipient, alert: alert, mark: alert == nil ? before : after),
                as: table
            )
        case .overview: await overview(as: table)
        case .programme(let id, let filter): await programme(id, filter, as: table)
        // No page that has tables of its own.
        case _ where table != nil: await notFound()
        case .delivery(let id): await delivery(id)
        case .handling(let form, let episode): await handling(form, episode: episode, request)
        case .takeUp(let token): await takeUp(token, request)
        case .report(let programme, let report): await self.report(programme, report)
        case .stylesheet: stylesheetAnswer
        case .icon: iconAnswer
        case .health: await health.answer()
        case .metrics: await metrics(request)
        case .api(let question, let form): await api(question, as: form, request)
        case .table: await notFound()
        }
    }
}
