internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

/// Answers what the status page is asked, from a store of its own that is open for reading: the watch waits for no reader.
actor PageDesk: PageSource {
    let clock: WallClock
    let vitalSigns: VitalSigns
    /// The configuration in force.
    let active: @Sendable () async -> ActiveConfiguration
    /// The version of the program, for the foot of every page.
    let version: String?
    private var known: SQLiteStore?

    init(
        clock: WallClock,
        vitalSigns: VitalSigns,
        version: String? = nil,
        active: @escaping @Sendable () async -> ActiveConfiguration
    ) {
        self.clock = clock
        self.vitalSigns = vitalSigns
        self.version = version
        self.active = active
    }

    func answer(_ request: PageRequest) async -> PageAnswer {
        guard let address = PageAddress(path: request.path, query: request.query) else {
            if request.path.first == "api" { return apiRefusal(request) }
            return PageAnswer(.notFound, .text, text: "Deze pagina bestaat niet.\n")
        }
        return await answer(address, request)
    }

    /// The store; `nil` where the watch has not begun yet.
    func store(_ active: ActiveConfiguration) throws -> SQLiteStore? {
        if known == nil { known = try SQLiteStore.openForReading(active.configuration) }
        return known
    }

    /// Opens the store anew at the next question: it may have been put in the place of another one.
    func forgetStore() { known = nil }
}

extension PageDesk {
    /// The answer about what stands at an address.
    private func answer(_ address: PageAddress, _ request: PageRequest) async -> PageAnswer {
        switch address {
        case .report(let programme, let report): await self.report(programme, report)
        case .stylesheet: stylesheetAnswer
        case .icon: iconAnswer
        case .health: await health()
        case .metrics: await metrics(request)
        case .api(let question, let form): await api(question, as: form, request)
        case .overview, .programme, .indicator, .deliveries, .delivery, .ledger, .handling:
            PageAnswer(.notFound, .text, text: "Deze pagina bestaat niet.\n")
        }
    }
}
