internal import Catalogue
internal import Indicators
internal import Storage
internal import Telling

/// Says on the control socket how the watch itself goes on: judged as the page's `/healthz` is, and as `status` complains.
struct ServiceDesk: Sendable {
    let clock: WallClock
    let vitalSigns: VitalSigns
    let active: @Sendable () async -> ActiveConfiguration

    /// The report, with the exit status of a monitoring plugin.
    func answer() async -> ControlResponse {
        let report = await report(await active(), at: clock.now())
        return ControlResponse(status: report.state.rawValue, json: report.json, text: report.line)
    }

    private func report(_ active: ActiveConfiguration, at now: Instant) async -> ServiceReport {
        let kept = try? await Kept(active, at: now)
        let health = Health(vitalSigns.signs, of: active.configuration, storeIsReadable: kept != nil)
        return ServiceReport(
            health.report(at: now),
            complaints: kept?.complaints ?? [],
            notices: kept?.notices ?? [],
            holdings: kept?.holdings,
            at: now
        )
    }

    /// What the store says; it throws where it cannot be read.
    private struct Kept {
        /// `nil` where the watch has not begun yet.
        var holdings: WatchMetrics.Holdings?
        var complaints: [String] = []
        var notices: [String] = []

        init(_ active: ActiveConfiguration, at now: Instant) async throws {
            guard let store = try SQLiteStore.openForReading(active.configuration) else { return }
            let reporter = Reporter(active: active, store: store, now: now)
            let remarks = reporter.remarks(on: try await reporter.trouble())
            holdings = try await MetricsReader(active: active, store: store).holdings()
            complaints = [try await reporter.countOfFailures(), remarks.complaint].compactMap(\.self)
            notices = [remarks.notice].compactMap(\.self)
        }
    }
}
