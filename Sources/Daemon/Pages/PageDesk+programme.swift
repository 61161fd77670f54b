internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

extension PageDesk {
    /// One programme; its indicators page by page, of which only those are judged that are shown.
    func programme(_ id: String, _ filter: SeriesFilter) async -> PageAnswer {
        await page { active, store in
            guard let programme = active.register.programme(id) else { return nil }
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
            return ProgrammePage(
                frame: frame,
                programme: programme,
                selection: selection,
                filter: filter,
                entries: try await self.entries(selection, told, active, store),
                by: told.disclosure,
                zone: active.zone
            )
            .html
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
        let alerts = Dictionary(grouping: open.filter { !$0.facts.isHidden }, by: \.alert.series)
        return try await active.assessments(of: keys, in: store, at: clock.now())
            .map { subject, assessment in
                let first = alerts[assessment.key]?.min { $0.openedAt < $1.openedAt }
                return ProgrammePage.Entry(
                    subject: subject,
                    assessment: assessment,
                    since: first.map { .init(moment: $0.openedAt, isOpeningState: $0.facts.isOpeningState) },
                    parts: told.parts[assessment.key.indicator] ?? [:]
                )
            }
    }
}
