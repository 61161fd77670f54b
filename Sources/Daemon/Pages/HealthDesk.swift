internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Telling

/// Answers whether the watch works: for whoever starts it again, and asks every few seconds.
///
/// It reads by a connection of its own and on no thread of the pages, so that it waits for none that is being made.
actor HealthDesk {
    private let clock: WallClock
    private let vitalSigns: VitalSigns
    private let active: @Sendable () async -> ActiveConfiguration
    private var known: SQLiteStore?

    init(clock: WallClock, vitalSigns: VitalSigns, active: @escaping @Sendable () async -> ActiveConfiguration) {
        self.clock = clock
        self.vitalSigns = vitalSigns
        self.active = active
    }

    func answer() async -> PageAnswer {
        let active = await active()
        let health = Health(
            vitalSigns.signs,
            of: active.configuration,
            storeIsReadable: await canRead(active.configuration)
        )
        let report = health.report(at: clock.now())
        return PageAnswer(
            report.isHealthy ? .ok : .unavailable(retryAfter: 60),
            .text,
            text: report.text,
            caching: .never
        )
    }

    private func canRead(_ configuration: Configuration) async -> Bool {
        do {
            if known == nil { known = try SQLiteStore.openForReading(configuration) }
            _ = try await known?.freshness()
            return true
        } catch {
            known = nil
            return false
        }
    }
}
