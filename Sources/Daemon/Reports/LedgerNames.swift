internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import Storage

/// The names that mails can be asked for by: those of the configuration, and those of mails that were made.
struct LedgerNames {
    let active: ActiveConfiguration
    /// `nil` where the watch has not begun yet.
    let store: (any Store)?

    /// Refuses a name that neither the configuration nor any mail has: most likely it is mistyped.
    ///
    /// - Throws: ``Reporter/Unanswerable``, `StoreError`.
    func refuseUnknown(_ query: LedgerQuery) async throws {
        if let recipient = query.recipient { try await check(recipient: recipient) }
        if let alert = query.alert { try await check(alert: alert) }
    }

    private func check(recipient: String) async throws {
        let known = Self.recipients(of: active)
        guard !known.contains(recipient), try await !hasMails(LedgerQuery(recipient: recipient)) else { return }
        throw Reporter.Unanswerable(
            words: "nobody is subscribed as '\(recipient.shownSafely())', and no mail was made for it"
                + Self.hint(towards: recipient, among: known)
        )
    }

    private func check(alert: String) async throws {
        guard !isAlert(alert), try await !hasMails(LedgerQuery(alert: alert)) else { return }
        let open = try await store?.openEpisodes().map(\.alert.description) ?? []
        throw Reporter.Unanswerable(
            words: "there is no alert '\(alert.shownSafely())', and no mail was made of it"
                + "\(Self.hint(towards: alert, among: open)); 'peilwacht alerts --all --json' names them"
        )
    }

    /// Whether an indicator that is watched can have such an alert: `target:wmo-maatwerk/GM0303#1`.
    private func isAlert(_ name: String) -> Bool {
        let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return false }
        let indicator = IndicatorID(String(parts[1].prefix { $0 != "/" && $0 != "#" }))
        let rules = active.configuration.rules.registry.deciding.map(\.rawValue)
        return rules.contains(parts[0]) && active.register.indicators[indicator] != nil
    }

    private func hasMails(_ query: LedgerQuery) async throws -> Bool {
        try await store?.ledger(query, after: 0, limit: 1).isEmpty == false
    }

    /// The subscriptions and their addresses.
    static func recipients(of active: ActiveConfiguration) -> [String] {
        active.subscriptions.flatMap { [$0.id, $0.who.address] }
    }

    /// The names that somebody may have meant, in words; empty where none looks like it.
    static func hint(towards name: String, among known: [String]) -> String {
        let meant = NearestName.candidates(name, in: Set(known).sorted()).map { "'\($0.shownSafely())'" }
        return meant.isEmpty ? "" : "; did you mean \(meant.joined(separator: " or "))?"
    }
}
