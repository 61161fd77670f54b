internal import Catalogue
internal import StatusPage
internal import Storage
internal import Telling

extension PageDesk {
    /// Whether the watch works: for whoever starts it again, and asks every few seconds.
    func health() async -> PageAnswer {
        let active = await active()
        let health = Health(
            signs: vitalSigns.signs,
            evaluateEvery: active.configuration.evaluateEvery,
            hasRelay: active.configuration.mail?.relay != nil,
            storeIsReadable: await canRead(active)
        )
        let report = health.report(at: clock.now())
        return PageAnswer(
            report.isHealthy ? .ok : .unavailable(retryAfter: 60),
            .text,
            text: report.text,
            caching: .never
        )
    }

    private func canRead(_ active: ActiveConfiguration) async -> Bool {
        do {
            _ = try await store(active)?.freshness()
            return true
        } catch {
            forgetStore()
            return false
        }
    }
}
