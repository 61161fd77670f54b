internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

extension PageDesk {
    /// One programme; its indicators page by page, of which only those are judged that are shown.
    func programme(_ id: String, _ filter: SeriesFilter, as table: String? = nil) async -> PageAnswer {
        let active = await active()
        return await consistentPage(active) { store in
            guard let programme = active.register.programme(id) else {
                return self.notFound(IndicatorPlace.unknownProgramme(id, in: active))
            }
            if let unknown = filter.unknownValue(in: programme, active.register, active.phrases) {
                return self.notFound(unknown.page(in: active.language))
            }
            let told = try await self.standings(active, store)
            let selection = ProgrammeSelection(of: programme, by: filter, in: active.register) { told.light(of: $0) }
            var frame = try await self.frame(
                programme.title.oneLine(limit: 160),
                at: .programme(id, filter),
                active,
                store
            )
            frame.trail = [self.overviewLink(active)]
            frame.links = [(active.phrases.say("Rapportage", "Report"), .report(programme: id))]
            let page = ProgrammePage(
                frame: frame,
                programme: programme,
                selection: selection,
                filter: filter,
                entries: try await self.entries(selection, told, active, store),
                by: told.disclosure,
                zone: active.zone
            )
            return self.answer(page, as: table, active.language)
        }
    }

    private func entries(
        _ selection: ProgrammeSelection,
        _ told: ToldStandings,
        _ active: ActiveConfiguration,
        _ store: SQLiteStore?
    ) async throws -> [ProgrammePage.Entry] {
        let keys = selection.shown.compactMap { active.register.indicators[$0] }
            .compactMap(active.register.expectedSeries)
        let open = (try await store?.episodes(of: keys).open.values.map { $0.told(by: told.disclosure) }) ?? []
        let alerts = Dictionary(grouping: open, by: \.alert.series)
        return try await active.assessments(of: keys, in: store, at: clock.now())
            .map { subject, assessment in
                ProgrammePage.Entry(
                    subject: subject,
                    assessment: assessment,
                    since: alerts[assessment.key].flatMap {
                        ProgrammePage.Entry.Since($0, beside: assessment.told(by: told.disclosure))
                    },
                    parts: told.parts[assessment.key.indicator] ?? [:]
                )
            }
    }
}

extension ProgrammePage.Entry.Since {
    /// Of the open alerts of a series, as they may be told, the one that belongs to the light beside it; `nil` where there
    /// is none.
    fileprivate init?(_ open: [Episode], beside told: SeriesAssessment) {
        guard !open.isEmpty else { return nil }
        guard let shown = open.speaking(for: told.light, told.findings) else {
            self = .notTold
            return
        }
        self = .moment(shown.openedAt, isOpeningState: shown.facts.isOpeningState)
    }
}
