package import Alerting
internal import Assessment
package import Indicators
package import Storage

extension InMemoryStore {
    package func ledger(
        _ query: LedgerQuery,
        after id: Int,
        limit: Int,
        toldLimit: Int?
    ) async throws -> [LedgerRecord] {
        read { memory in
            let later = memory.messages.filter { $0.id > id }
            return later.map(memory.record).filter(query.asks).prefix(limit).map { $0.limited(to: toldLimit, query) }
        }
    }

    package func told(inMail id: Int) async throws -> [AlertEvent] {
        read { memory in memory.messages.first { $0.id == id }.map(memory.record)?.told ?? [] }
    }

    package func lastTold(
        of alerts: [AlertKey],
        to subscription: String
    ) async throws -> [AlertKey: ToldBefore.Alert] {
        read { memory in
            alerts.reduce(into: [:]) { $0[$1] = memory.lastTold(of: $1, to: subscription) }
        }
    }

    package func mails(
        to recipient: String?,
        before id: Int?,
        limit: Int,
        toldLimit: Int?
    ) async throws -> [LedgerRecord] {
        read { memory in
            let earlier = memory.messages.filter { $0.id < id ?? Int.max }.reversed()
            let query = LedgerQuery(recipient: recipient)
            return earlier.map(memory.record).filter(query.asks).prefix(limit).map { $0.limited(to: toldLimit, query) }
        }
    }

    package func lastAcceptance() async throws -> Instant? {
        read { $0.attempts.last { $0.result == .accepted }?.at }
    }

    package func trouble(ofRelay relay: String) async throws -> RelayTrouble? { read { $0.troubles[relay] } }

    package func note(trouble: RelayTrouble) async throws {
        try write { $0.troubles[trouble.relay] = trouble }
    }

    package func endTrouble(ofRelay relay: String, at now: Instant) async throws {
        try write { memory in
            memory.free(at: now)
            if memory.troubles[relay]?.needsMending == true { memory.recoveries[relay] = now }
            memory.troubles[relay] = nil
        }
    }

    package func recovery(ofRelay relay: String) async throws -> Instant? { read { $0.recoveries[relay] } }
}

extension Memory {
    fileprivate func record(_ message: Message) -> LedgerRecord {
        let latest = latest(after: message)
        let told = Dictionary(notifications.filter { $0.message == latest }.map { ($0.event, $0.facts) }) { $0 ?? $1 }
        return LedgerRecord(
            message: message.state,
            messageID: message.content.messageID,
            subscription: message.content.subscription,
            recipient: message.content.recipient,
            subject: message.content.subject,
            attempts: attempts.filter { $0.message == message.id },
            orders: orders.filter { $0.message == message.id },
            told: events.compactMap { event in
                told[event.seq].map { asTold(event, as: $0, at: moment(of: message)) }
            },
            replaces: message.replaces
        )
    }
}

extension Memory {
    /// How an alert stood by the last mail that told of it, and by those that came after.
    fileprivate func lastTold(of alert: AlertKey, to subscription: String) -> ToldBefore.Alert? {
        let told = notifications.filter { notification in
            notification.subscription == subscription && notification.message != nil
                && events[notification.event - 1].transition.episode.alert == alert
        }
        guard let last = told.max(by: { $0.event < $1.event }), let mail = last.message else { return nil }
        let event = events[last.event - 1]
        // Until it changed again, every mail told it as it stood.
        let next = events[last.event...].first { $0.transition.episode.id == event.transition.episode.id }?.transition
            .at
        let latest = messages.map(\.content).last { content in
            content.subscription == subscription && next.map { content.createdAt < $0 } ?? true
        }
        return ToldBefore.Alert(
            kind: event.transition.kind,
            number: event.transition.episode.number,
            facts: asTold(event, as: last.facts, at: latest?.createdAt ?? event.transition.at).facts,
            at: messages[mail - 1].content.createdAt
        )
    }

    /// The mail that has the notices of a mail now.
    private func latest(after message: Message) -> Int {
        messages.last { $0.replaces == message.id }.map(latest) ?? message.id
    }

    /// When what the mail says was composed.
    private func moment(of message: Message) -> Instant {
        message.replaces.map { moment(of: messages[$0 - 1]) } ?? message.content.createdAt
    }

    /// The change as a mail of a moment tells it: by newer facts, where nothing changed since.
    private func asTold(_ event: Event, as facts: FindingFacts?, at moment: Instant) -> AlertEvent {
        let episode = event.transition.episode
        let isLast = !events.contains { later in
            later.seq > event.seq && later.transition.episode.id == episode.id && later.transition.at <= moment
        }
        let newer = refreshes.last { refresh in
            isLast && refresh.episode.id == episode.id && refresh.at <= moment && refresh.lastEvent >= event.seq
        }
        return AlertEvent(
            seq: event.seq,
            kind: event.transition.kind,
            at: event.transition.at,
            alert: episode.alert,
            episode: episode.id,
            facts: facts ?? newer?.episode.facts ?? episode.facts
        )
    }
}

extension LedgerRecord {
    /// The same with so many of the changes that it told, of what is asked for where there are more.
    fileprivate func limited(to limit: Int?, _ query: LedgerQuery) -> LedgerRecord {
        guard let limit, told.count > limit else { return self }
        let asked = told.filter { query.isAbout($0.episode) }
        return LedgerRecord(
            message: message,
            messageID: messageID,
            subscription: subscription,
            recipient: recipient,
            subject: subject,
            attempts: attempts,
            orders: orders,
            told: Array(asked.prefix(limit)),
            toldCount: asked.count,
            toldIndicators: Set(told.map(\.alert.series.indicator)),
            replaces: replaces
        )
    }
}

extension LedgerQuery {
    fileprivate func asks(for record: LedgerRecord) -> Bool {
        let made = record.message.createdAt
        return (recipient.map { $0 == record.recipient || $0 == record.subscription } ?? true)
            && (from.map { made >= $0 } ?? true) && (through.map { made <= $0 } ?? true)
            && (alert == nil || record.told.contains { isAbout($0.episode) })
    }
}

extension Memory {
    /// Makes due what waits for the next attempt of all.
    mutating func free(at now: Instant) {
        let planned = Set(troubles.values.map(\.until).filter { $0 > now })
        for place in messages.indices where messages[place].folder == .new {
            if let next = messages[place].nextAttemptAt, planned.contains(next) { messages[place].nextAttemptAt = now }
        }
        troubles = troubles.mapValues { $0.ended(by: now) }
    }
}

extension RelayTrouble {
    /// The same, with nothing to be waited for from a moment on.
    fileprivate func ended(by moment: Instant) -> RelayTrouble {
        RelayTrouble(
            relay: relay,
            kind: kind,
            since: since,
            failures: failures,
            until: min(until, moment),
            reason: reason,
            reply: reply
        )
    }
}
