internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

extension PageDesk {
    /// The overview as it was made last, in which minute, and what stood around it.
    struct KnownOverview: Sendable {
        let known: Known<MadeOverview>
        /// Judgements move with time.
        let minute: Int
        let frame: PageFrame
    }

    /// The page, and what it was made of.
    struct MadeOverview: Sendable {
        let page: OverviewPage
        let html: String

        init(_ page: OverviewPage) {
            self.page = page
            html = page.html
        }
    }

    /// So many alerts about late figures are told by their suppliers.
    private static let mostLate = 500

    /// The first page, which is made once for each state of the store however many ask for it.
    func overview(as table: String? = nil) async -> PageAnswer {
        let active = await active()
        return await consistentPage(active) { store in
            let made = try await self.made(active, store)
            guard table == nil else { return self.answer(made.page, as: table, active.language) }
            return PageAnswer(.ok, .html, text: made.html)
        }
    }

    private func made(_ active: ActiveConfiguration, _ store: SQLiteStore?) async throws -> MadeOverview {
        var frame = try await frame(active.phrases.say("Overzicht", "Overview"), at: .overview, active, store)
        frame.links = [
            (active.phrases.say("Alle reeksen als JSON", "All series as JSON"), .api(.status(.all, after: nil)))
        ]
        guard let store else { return MadeOverview(emptyOverview(frame, active)) }
        let (state, minute) = (try await state(active, store), clock.now().seconds / 60)
        if let last = knownOverview, last.known.state == state, last.minute == minute, last.frame == frame {
            return try await last.known.work.value
        }
        let known = Known(
            state: state,
            work: Task(executorPreference: OwnThread.pages) {
                MadeOverview(try await self.overview(frame, active, store))
            }
        )
        knownOverview = KnownOverview(known: known, minute: minute, frame: frame)
        return try await known.work.value
    }

    private func overview(
        _ frame: PageFrame,
        _ active: ActiveConfiguration,
        _ store: SQLiteStore
    ) async throws -> OverviewPage {
        let told = try await standings(active, store)
        let late = try await store.openEpisodes(of: OverdueEvidence.rule, limit: Self.mostLate + 1)
        let mails = try await store.outboxCounts()
        return OverviewPage(
            frame: frame,
            programmes: active.register.programmes.map { OverviewPage.Programme($0, told, in: active.register) },
            candidates: try await StandingsLoader(store: store, active: active, now: clock.now()).candidates(told),
            late: Array(late.prefix(Self.mostLate)),
            hasMoreLate: late.count > Self.mostLate,
            undelivered: mails.failed,
            unsent: active.hasRelay ? 0 : mails.waiting,
            openAlerts: try await store.openAlertCount(),
            hasBegun: try await store.freshness().judgedAt != nil,
            by: told.disclosure,
            register: active.register
        )
    }

    private func emptyOverview(_ frame: PageFrame, _ active: ActiveConfiguration) -> OverviewPage {
        OverviewPage(
            frame: frame,
            programmes: active.register.programmes.map {
                OverviewPage.Programme($0, ToldStandings(), in: active.register)
            },
            candidates: [],
            late: [],
            undelivered: 0,
            hasBegun: false,
            by: .exact,
            register: active.register
        )
    }
}

extension OverviewPage.Programme {
    fileprivate init(_ programme: Programme, _ told: ToldStandings, in register: IndicatorRegister) {
        let indicators = programme.packages.flatMap(\.indicators)
        let parts = indicators.compactMap { told.parts[$0] }
        self.init(
            id: programme.id,
            title: register.titleWithArea(of: programme),
            lights: Dictionary(grouping: indicators) { told.light(of: $0) }.mapValues(\.count),
            parts: parts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        )
    }
}

extension IndicatorRegister {
    /// `Programma 6 (Dronten)`: the area is named where programmes of several are watched, unless the title does.
    fileprivate func titleWithArea(of programme: Programme) -> String {
        guard Set(programmes.map(\.area)).count > 1, let name = areaNames[programme.area],
            !programme.title.contains(name)
        else { return programme.title }
        return "\(programme.title) (\(name))"
    }
}
