internal import Assessment
package import Indicators

/// What time brings in the handling of open alerts: what ends, who is told again, and when that is to be asked next.
package struct HandlingAgenda: Sendable {
    /// What is known.
    package struct Known: Sendable {
        /// All open episodes.
        package var open: [Episode]
        /// The silences that have not been ended.
        package var silences: [Silence]
        package var subscriptions: [Subscription]
        /// When each subscription was first told, by episode id.
        package var told: [String: [String: FirstTold]]
        /// The seconds after which a missing explanation is asked for; `nil` for never.
        package var explainAfter: Int?

        package init(
            open: [Episode],
            silences: [Silence],
            subscriptions: [Subscription],
            told: [String: [String: FirstTold]],
            explainAfter: Int?
        ) {
            self.open = open
            self.silences = silences
            self.subscriptions = subscriptions
            self.told = told
            self.explainAfter = explainAfter
        }
    }

    /// At most one for each episode; what is due besides follows at once (``next``).
    package private(set) var transitions: [Transition] = []
    /// The silences whose time has passed.
    package private(set) var ended: [Silence] = []
    /// The moment at which something is due next; `nil` where nothing is.
    package private(set) var next: Instant?

    private let known: Known
    private let disclosure: Disclosure
    private let zone: LocalZone
    private let now: Instant
    /// What is asked of a whole is not asked of its parts.
    private let inhibition: Inhibition

    /// The agenda at a moment.
    ///
    /// - Parameters:
    ///   - known: what is known.
    ///   - disclosure: how grave it is that is hidden does not decide who is told.
    ///   - zone: the zone of days.
    ///   - now: the moment.
    package init(_ known: Known, by disclosure: Disclosure, in zone: LocalZone, at now: Instant) {
        self.known = known
        self.disclosure = disclosure
        self.zone = zone
        self.now = now
        inhibition = Inhibition(open: known.explainAfter == nil ? [] : known.open.map { $0.told(by: disclosure) })
        let over = known.silences.filter { $0.until <= now }
        ended = over.map { $0.ending(Silence.Ending(at: now)) }
        for silence in known.silences where silence.until > now { note(silence.until) }
        var reminders: [Episode.Run: Transition] = [:]
        for silence in over {
            for reminder in silence.reminders(of: known.open, beside: known.silences, at: now) {
                reminders[reminder.episode.run] = reminder
            }
        }
        transitions = known.open.compactMap { reminders[$0.run] ?? due(of: $0) }
    }

    /// Something is due at the moment, or will be.
    private mutating func note(_ moment: Instant) { next = next.map { min($0, moment) } ?? moment }

    private mutating func due(of episode: Episode) -> Transition? {
        let silences = known.silences.filter { $0.until > now }
        // What is silent is asked for when the silence is over.
        let isSilent = silences.holding(episode, at: now) != nil
        if let over = endOfAcknowledgement(of: episode) { return over }
        guard !isSilent else { return nil }
        return escalation(of: episode) ?? missingExplanation(of: episode)
    }

    private func reminder(_ reminder: Reminder, _ episode: Episode) -> Transition {
        Transition(kind: .reminded, episode: episode, at: now, note: HandlingNote(.reminded(reminder)))
    }

    /// Whether a moment has come; where it has not, it is noted.
    private mutating func isDue(_ moment: Instant) -> Bool {
        if moment <= now { return true }
        note(moment)
        return false
    }

    private mutating func endOfAcknowledgement(of episode: Episode) -> Transition? {
        guard case .date(let date)? = episode.handling.acknowledgement?.until, isDue(zone.start(of: date)) else {
            return nil
        }
        return reminder(.acknowledgementEnded, episode.unacknowledged(at: now))
    }

    // MARK: Who is told in the place of others

    private mutating func escalation(of episode: Episode) -> Transition? {
        guard episode.handling.acknowledgement == nil, let told = known.told[episode.id] else { return nil }
        let severity = episode.told(by: disclosure).facts.severity
        var recipients: Set<String> = []
        for subscription in known.subscriptions {
            guard let escalation = subscription.escalation, told[subscription.id] == nil,
                severity >= escalation.least, let first = told[escalation.of], let at = first.at
            else { continue }
            if isDue(escalation, of: episode, since: at, first.period) { recipients.insert(subscription.id) }
        }
        return recipients.isEmpty ? nil : reminder(.escalation(to: recipients), episode)
    }

    private mutating func isDue(
        _ escalation: Escalation,
        of episode: Episode,
        since told: Instant,
        _ period: Period?
    ) -> Bool {
        let since = max(told, episode.handling.unattendedSince ?? told)
        switch escalation.after {
        case .days(let days): return isDue(since.adding(seconds: days * 86_400))
        case .periods(let count):
            let periods = [period, episode.handling.unattendedPeriod].compactMap(\.self)
            guard let last = periods.max(by: { $0.end < $1.end }), let current = episode.facts.period else {
                return false
            }
            return last.steps(to: current).map { $0 >= count } ?? false
        }
    }

    // MARK: The duty to explain

    private mutating func missingExplanation(of episode: Episode) -> Transition? {
        guard let after = known.explainAfter, episode.handling.remindedToExplain == nil,
            !episode.handling.explanation.missing.isEmpty, episode.alert.rule != OverdueEvidence.rule,
            inhibition.speaker(for: episode.told(by: disclosure)) == nil
        else { return nil }
        let recipients = owners(of: episode)
        guard !recipients.isEmpty, isDue(episode.openedAt.adding(seconds: after)) else { return nil }
        var reminded = episode
        reminded.handling.remindedToExplain = now
        return reminder(.unexplained(to: recipients), reminded)
    }

    /// The subscriptions that follow the owner; where none does, those that were told of the alert.
    private func owners(of episode: Episode) -> Set<String> {
        let readers = known.subscriptions.filter { $0.escalation == nil }
        let own = readers.filter { subscription in
            episode.facts.about.owner.map(subscription.about.owners.contains) ?? false
        }
        guard own.isEmpty else { return Set(own.map(\.id)) }
        let told = known.told[episode.id] ?? [:]
        return Set(readers.map(\.id).filter { told[$0] != nil })
    }
}
