internal import Catalogue
internal import StatusPage
internal import Storage
internal import Telling

extension PageDesk {
    /// How the watch goes on, in numbers.
    func metrics(_ request: PageRequest) async -> PageAnswer {
        let format = MetricsFormat(accept: request.accept)
        let active = await active()
        let type: PageAnswer.ContentType =
            switch format {
            case .prometheusText: .prometheusText
            case .openMetrics: .openMetrics
            }
        return PageAnswer(.ok, type, text: format.text(await measured(active).families), caching: .never)
    }

    /// What the process knows is told also where the store cannot be read.
    private func measured(_ active: ActiveConfiguration) async -> WatchMetrics {
        let process = WatchMetrics.Process(vitalSigns.signs)
        do {
            guard let store = try store(active) else { return WatchMetrics(process, nil, relay: .none) }
            let reader = MetricsReader(active: active, store: store)
            let holdings = try await holdings(reader, active, store)
            return WatchMetrics(process, reader.withSizes(holdings), relay: try await reader.relay())
        } catch {
            forgetStore()
            return WatchMetrics(process, nil, relay: .none)
        }
    }
}

extension PageDesk {
    /// What the store holds, which is counted once for each state of it however often that is asked.
    private func holdings(
        _ reader: MetricsReader,
        _ active: ActiveConfiguration,
        _ store: SQLiteStore
    ) async throws -> WatchMetrics.Holdings {
        let state = try await state(active, store)
        if let known = knownHoldings, known.state == state { return try await known.work.value }
        let known = Known(
            state: state,
            work: Task(executorPreference: OwnThread.pages) { try await reader.holdings() }
        )
        knownHoldings = known
        return try await known.work.value
    }
}

extension WatchMetrics.Process {
    fileprivate init(_ signs: VitalSigns.Signs) {
        self.init(version: programVersion, startedAt: signs.startedAt)
        passedAt = signs.passedAt
        relayedAt = signs.relayedAt
        configuredAt = signs.configuredAt
        configurationIsFaulty = signs.configurationIsFaulty
    }
}
