internal import Alerting
internal import Assessment
package import Indicators
package import Storage

/// Tells each recipient once, in one mail, how things stand where indicators come under watch.
package struct OpeningRound: Sendable {
    private let store: any DigestStore & JudgingStore
    private let active: ActiveConfiguration

    package init(store: any DigestStore & JudgingStore, active: ActiveConfiguration) {
        self.store = store
        self.active = active
    }

    /// Makes the mails that a sudden end has left unmade; gives their number.
    package func run(at now: Instant) async throws -> Int {
        // While not all is judged, they go with the rest.
        guard try await store.openingIndicators().isEmpty else { return 0 }
        return try await tellWaiting(with: [], at: now)
    }

    private func tellWaiting(with indicators: Set<IndicatorID>, at now: Instant) async throws -> Int {
        var notices: [Notice] = []
        for subscription in active.subscriptions {
            notices += try await store.waitingNotices(of: subscription.id).filter(\.isOpeningState)
        }
        let indicators = indicators.union(notices.map(\.episode.alert.series.indicator))
        return try await tell(notices, of: indicators, at: now)
    }

    /// Makes one mail for each recipient of what was judged as an opening state; gives their number.
    package func tell(_ judged: Judge.Summary, at now: Instant) async throws -> Int {
        judged.opening.isEmpty ? 0 : try await tellWaiting(with: judged.underWatch, at: now)
    }

    private func tell(_ notices: [Notice], of indicators: Set<IndicatorID>, at now: Instant) async throws -> Int {
        guard !notices.isEmpty else { return 0 }
        let lights = try await lights(of: indicators, at: now)
        let byAddress = Dictionary(grouping: active.subscriptions, by: \.who.address)
        var mails = 0
        for subscription in active.subscriptions {
            // In the order of the configuration, each address once.
            guard let own = byAddress[subscription.who.address], own.first?.id == subscription.id else { continue }
            mails += try await tell(notices, to: own, lights, at: now) ? 1 : 0
        }
        return mails
    }

    private func tell(
        _ notices: [Notice],
        to subscriptions: [Subscription],
        _ lights: [IndicatorLight],
        at now: Instant
    ) async throws -> Bool {
        let ids = Set(subscriptions.map(\.id))
        let own = notices.filter { ids.contains($0.subscription) }
        guard let first = subscriptions.first, !own.isEmpty else { return false }
        let opening = OpeningState(
            for: first.who,
            subscriptions,
            notices: own,
            rows: rows(lights.filter { light in subscriptions.contains { $0.about.covers(light.indicator) } }),
            at: now
        )
        let changes = own.map { "\($0.episode.id) \($0.kind.rawValue)" }
        let key = MessageKey.opening(first, changes: changes, at: own.map(\.at).max() ?? now)
        try await store.commit(
            urgent: UrgentCommit(
                subscription: first.id,
                message: try active.message(opening, of: first, key: key),
                notices: own
            )
        )
        return true
    }

    /// The light of an indicator in the area of its programme.
    private struct IndicatorLight {
        let indicator: Indicator
        let light: Light
    }

    private func lights(of indicators: Set<IndicatorID>, at now: Instant) async throws -> [IndicatorLight] {
        let loader = SubjectLoader(store: store, register: active.register, dependence: active.dependence)
        let keys = active.register.indicatorsInOrder.filter { indicators.contains($0.id) }
            .compactMap(active.register.expectedSeries)
        return try await loader.subjects(for: keys).map { subject in
            IndicatorLight(indicator: subject.indicator, light: active.assessor.assess(subject, at: now).light)
        }
    }

    /// A row for each programme; where there is one programme only, for each of its packages.
    private func rows(_ lights: [IndicatorLight]) -> [OpeningState.Row] {
        let isOneProgramme = Set(lights.map(\.indicator.programme)).count < 2
        var order: [String] = []
        var counts: [String: [Light: Int]] = [:]
        for light in lights {
            let title = title(of: light.indicator, byPackage: isOneProgramme)
            if counts[title] == nil { order.append(title) }
            counts[title, default: [:]][light.light, default: 0] += 1
        }
        return order.map { OpeningState.Row(title: $0, lights: counts[$0] ?? [:]) }
    }

    private func title(of indicator: Indicator, byPackage: Bool) -> String {
        let programme = active.register.programme(indicator.programme)
        guard byPackage else { return programme?.title ?? indicator.programme }
        let title = programme?.packages.first { $0.id == indicator.package }?.title ?? indicator.package
        return title.utf8.starts(with: indicator.package.utf8) ? title : "\(indicator.package) \(title)"
    }
}
