internal import Catalogue
internal import Files
package import Indicators
internal import Storage
internal import Telling

/// The `replay` command: which alerts the rules would have given on the store's own history.
package struct ReplayCommand: Sendable {
    private let active: ActiveConfiguration
    private let other: ActiveConfiguration?

    /// - Parameters:
    ///   - active: the configuration in force, whose store is read.
    ///   - other: another one to compare it with.
    package init(active: ActiveConfiguration, other: ActiveConfiguration? = nil) {
        self.active = active
        self.other = other
    }

    /// Replays and reports.
    ///
    /// - Parameters:
    ///   - start: when the watch begins.
    ///   - end: the last moment that is judged.
    ///   - isJSON: whether one JSON array is wanted.
    ///   - discloser: who has hidden values shown, which is recorded first; `nil` where nobody does.
    /// - Returns: the report.
    /// - Throws: ``StoreError``, ``FileSystemFault``.
    package func report(
        from start: Instant,
        through end: Instant,
        isJSON: Bool,
        discloser: String? = nil
    ) async throws -> String {
        guard let store = try SQLiteStore.openForReading(active.configuration) else {
            throw StoreError.unreadable(
                path: active.configuration.storePath,
                why: "the watch has not begun: there is no history"
            )
        }
        if let discloser {
            let span = "--from \(active.zone.local(start).date) --to \(active.zone.local(end).date)"
            try await DisclosureCommand(active: active, who: discloser).keep(command: "replay \(span) --disclose")
        }
        let own = try await Replay(past: store, active: active).events(from: start, through: end)
        let hidden = try await DisclosureLoader(store: store, active: active).disclosure()
        let disclosure = discloser == nil ? hidden : .exact
        let report: ReplayReport
        if let other {
            let events = try await Replay(past: store, active: other).events(from: start, through: end)
            report = ReplayReport(own, other: events, by: disclosure, zone: active.zone, language: active.language)
        } else {
            report = ReplayReport(own, by: disclosure, zone: active.zone, language: active.language)
        }
        return isJSON ? report.json : report.text
    }
}
