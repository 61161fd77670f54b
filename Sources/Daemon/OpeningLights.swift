internal import Alerting
internal import Assessment
internal import Indicators
internal import Storage

/// Counts the lights of indicators, each in the area of its programme.
struct OpeningLights: Sendable {
    let store: any JudgingStore
    let active: ActiveConfiguration
    let disclosure: Disclosure

    /// A row for each programme; where there is one programme only, for each of its packages.
    func rows(of indicators: Set<IndicatorID>, at now: Instant) async throws -> [OpeningState.Row] {
        let lights = try await lights(of: indicators, at: now)
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

    private func lights(
        of indicators: Set<IndicatorID>,
        at now: Instant
    ) async throws -> [(indicator: Indicator, light: Light)] {
        let loader = SubjectLoader(
            store: store,
            register: active.register,
            dependence: active.dependence,
            informing: false
        )
        let keys = active.register.indicatorsInOrder.filter { indicators.contains($0.id) }
            .compactMap(active.register.expectedSeries)
        return try await loader.subjects(for: keys).map {
            ($0.indicator, active.assessor.assess($0, at: now, informing: false).told(by: disclosure).light)
        }
    }

    private func title(of indicator: Indicator, byPackage: Bool) -> String {
        let programme = active.register.programme(indicator.programme)
        guard byPackage else { return programme?.title ?? indicator.programme }
        let title = programme?.packages.first { $0.id == indicator.package }?.title ?? indicator.package
        return title.utf8.starts(with: indicator.package.utf8) ? title : "\(indicator.package) \(title)"
    }
}
