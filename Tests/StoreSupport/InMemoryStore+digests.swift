package import Alerting
internal import Indicators
package import Storage

extension InMemoryStore {
    package func lastSlot(of subscription: String) async throws -> DigestSlot? {
        read { $0.subscriptions[subscription]?.lastSlot }
    }

    package func begin(subscription: String, after slot: DigestSlot) async throws {
        try write { $0.begin(subscription, after: slot) }
    }

    package func setBack(subscription: String, to slot: DigestSlot) async throws {
        try write { $0.subscriptions[subscription]?.lastSlot = slot }
    }

    package func digestHours() async throws -> [DigestHours] {
        read { memory in
            memory.subscriptions.sorted { $0.key < $1.key }.map {
                DigestHours(subscription: $0.key, lastSlot: $0.value.lastSlot, hours: $0.value.hours)
            }
        }
    }

    package func note(hours: [DigestHours]) async throws {
        try write { memory in
            for hours in hours {
                memory.subscriptions[hours.subscription]?.hours = hours.hours
                memory.subscriptions[hours.subscription]?.lastSlot = hours.lastSlot
            }
        }
    }

    package func waitingNotices(
        of subscription: String,
        progress: @escaping @Sendable () -> Void
    ) async throws -> [Notice] {
        read { $0.waiting { $0.subscription == subscription } }
    }

    package func waitingUrgentNotices(progress: @escaping @Sendable () -> Void) async throws -> [Notice] {
        read { $0.waiting(\.isUrgent) }
    }

    package func commit(urgent: UrgentCommit) async throws {
        try write { memory in
            var changed = memory
            let message = urgent.message.map { changed.add($0) }
            let told = urgent.notices.reduce(0) {
                $0
                    + changed.tell(
                        $1,
                        to: $1.subscription,
                        in: message,
                        as: urgent.retelling,
                        at: urgent.message?.createdAt
                    )
            }
            if told > 0 { memory = changed }
        }
    }

    package func untoldFailures(for subscription: String) async throws -> [FailedMessage] {
        read { memory in
            guard let own = memory.subscriptions[subscription] else { return [] }
            return memory.messages.filter { $0.folder == .failed && !$0.isDropped && !own.toldFailures.contains($0.id) }
                .compactMap { message in message.lastAttempt.map { (message, $0.number, $0.attempt) } }
                .filter { $0.1 > own.sinceAttempt }
                .sorted { $0.1 < $1.1 }
                .map { FailedMessage($0.0, $0.2) }
        }
    }

    package func commit(digest: DigestCommit) async throws {
        try write { memory in
            if let last = memory.subscriptions[digest.subscription]?.lastSlot, digest.slot <= last { return }
            let message = digest.message.map { memory.add($0) }
            for notice in digest.notices {
                _ = memory.tell(
                    notice,
                    to: digest.subscription,
                    in: message,
                    as: digest.retelling,
                    at: digest.message?.createdAt
                )
            }
            memory.begin(digest.subscription, after: digest.slot)
            memory.subscriptions[digest.subscription]?.lastSlot = digest.slot
            memory.subscriptions[digest.subscription]?.toldFailures.formUnion(digest.failures.map(\.id))
        }
    }
}

extension Memory {
    fileprivate mutating func begin(_ subscription: String, after slot: DigestSlot) {
        guard subscriptions[subscription] == nil else { return }
        subscriptions[subscription] = Subscription(lastSlot: slot, sinceAttempt: attemptCount)
    }

    /// Notes that a notice is told; gives 0 where it was told before.
    mutating func tell(
        _ notice: Notice,
        to subscription: String,
        in message: Int?,
        as retelling: Retelling = .none,
        at moment: Instant? = nil
    ) -> Int {
        let mail = retelling.overtakes(notice) ? nil : message
        let told = tell(notice.event, to: subscription, in: mail, at: moment ?? notice.at)
        guard told > 0, mail != nil, let facts = retelling.facts(of: notice) else { return told }
        for place in notifications.indices
        where notifications[place].subscription == subscription && notifications[place].event == notice.event {
            notifications[place].facts = facts
        }
        return told
    }

    /// The same of the notice of a change.
    mutating func tell(_ event: Int?, to subscription: String, in message: Int?, at moment: Instant) -> Int {
        let places = notifications.indices.filter { place in
            notifications[place].subscription == subscription && !notifications[place].isTold
                && notifications[place].event == event
        }
        for place in places {
            notifications[place].isTold = true
            notifications[place].message = message
            notifications[place].toldAt = moment
        }
        return places.count
    }

    fileprivate func waiting(_ isMeant: (Notification) -> Bool) -> [Notice] {
        notifications.filter { !$0.isTold && isMeant($0) }.sorted { $0.event < $1.event }.map { notification in
            let change = events[notification.event - 1].transition
            return Notice(
                subscription: notification.subscription,
                kind: change.kind,
                episode: change.episode,
                at: change.at,
                isUrgent: notification.isUrgent,
                event: notification.event,
                note: change.note
            )
        }
    }
}

extension FailedMessage {
    fileprivate init(_ message: Memory.Message, _ attempt: DeliveryAttempt) {
        self.init(
            id: message.id,
            recipient: message.content.recipient,
            subject: message.content.subject,
            at: attempt.at,
            reason: attempt.reason,
            reply: attempt.reply,
            said: attempt.said
        )
    }
}
