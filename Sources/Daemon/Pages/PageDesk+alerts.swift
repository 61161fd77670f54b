internal import Alerting
internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

/// All open alerts.
extension PageDesk {
    /// So many alerts stand on a page, and so many are looked at for one.
    private static let mostAlerts = 50
    private static let mostLookedAt = 2000

    func alerts(_ filter: AlertFilter, as table: String? = nil) async -> PageAnswer {
        await shown { [self] reading in
            let choices = reading.choicesOfAlerts
            if let unknown = filter.unknownValue(among: choices, reading.plan.phrases) {
                return notFound(unknown.page(in: reading.active.language))
            }
            let found = try await reading.alerts(filter, page: Self.mostAlerts, lookingAt: Self.mostLookedAt)
            let page = AlertsPage(
                found.episodes.map { AlertRow($0, page: reading.page(of: $0)) },
                by: filter,
                among: choices,
                next: found.next,
                total: try await reading.store?.openAlertCount() ?? 0,
                in: try await framed(
                    reading.plan.phrases.say("Open meldingen", "Open alerts"),
                    at: .alerts(filter),
                    reading
                ),
                plan: reading.plan
            )
            return answer(page, as: table, reading.active.language)
        }
    }
}

extension PageReading {
    /// What open alerts can be selected by.
    fileprivate var choicesOfAlerts: AlertsPage.Choices {
        let register = active.register
        return AlertsPage.Choices(
            programmes: register.programmes.map { ($0.id, $0.title) },
            owners: Set(register.indicators.values.compactMap(\.owner)).sorted()
        )
    }

    /// The page of the alert's series; `nil` where its indicator is not watched any more.
    fileprivate func page(of episode: Episode) -> PageAddress? {
        let series = episode.alert.series
        return active.register.indicators[series.indicator].map { indicator in
            .indicator(
                programme: indicator.programme,
                series.indicator,
                area: series.area,
                breakdown: series.breakdown == .total ? nil : series.breakdown
            )
        }
    }

    /// The alerts that are asked for, by what may be told of them; what was looked at in vain is bounded.
    ///
    /// - Returns: the alerts, exact, and the place behind which the next page begins; `nil` on the last one.
    fileprivate func alerts(
        _ filter: AlertFilter,
        page size: Int,
        lookingAt limit: Int
    ) async throws -> (episodes: [Episode], next: PageAddress.AlertPlace?) {
        guard let store else { return ([], nil) }
        var mark = filter.after.map { EpisodeMark(openedAt: $0.openedAt, id: $0.number) }
        var (found, looked): ([Episode], Int) = ([], 0)
        while found.count < size, looked < limit {
            let page = try await store.openEpisodes(after: mark, limit: size)
            found += page.episodes.filter { filter.selects($0.told(by: plan.disclosure)) }
            looked += page.episodes.count
            guard page.episodes.count == size, let end = page.end else { return (try await silenced(found), nil) }
            mark = end
        }
        let hasMore = try await !store.openEpisodes(after: mark, limit: 1).episodes.isEmpty
        let next = mark.map { PageAddress.AlertPlace(openedAt: $0.openedAt, number: $0.id) }
        return (try await silenced(found), hasMore ? next : nil)
    }

    private func silenced(_ episodes: [Episode]) async throws -> [Episode] {
        let silences = try await Reporter(active: active, store: store, now: now).silences()
        return episodes.silenced(by: silences, at: now)
    }
}
