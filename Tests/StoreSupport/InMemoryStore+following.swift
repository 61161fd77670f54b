internal import Alerting
package import Indicators
package import Storage

extension InMemoryStore {
    package func followedIndicators() async throws -> FollowedIndicators { read(\.followed) }

    package func adopt(followed: [String: Set<IndicatorID>]) async throws {
        try write { memory in
            memory.followed.byRecipient.merge(followed) { $0.union($1) }
            memory.followed.ofEarlierVersion = []
        }
    }

    package func commit(opening: OpeningCommit) async throws {
        try write { memory in
            let before = memory.followed.byRecipient[opening.recipient] ?? []
            var changed = memory
            let message = opening.message.map { changed.add($0) }
            let told = opening.notices.reduce(0) { sum, notice in
                sum + changed.tell(notice.event, to: notice.subscription, in: message, at: notice.at)
            }
            guard told > 0 || !opening.indicators.isSubset(of: before) else { return }
            memory = changed
            memory.followed.byRecipient[opening.recipient] = before.union(opening.indicators)
            for known in opening.known { memory.noteTold(known, in: message) }
        }
    }
}

extension InMemoryStore {
    /// Makes it as a store of an earlier version is when it has been renewed.
    package func forgetFollowers() {
        try? write { memory in
            memory.followed = FollowedIndicators(ofEarlierVersion: Set(memory.definitions.keys))
        }
    }
}

extension Memory {
    /// Notes that an open alert is told as it stands, after its last change.
    fileprivate mutating func noteTold(_ known: OpeningCommit.Known, in message: Int?) {
        guard let event = events.last(where: { $0.transition.episode.id == known.episode }),
            !notifications.contains(where: { $0.event == event.seq && $0.subscription == known.subscription })
        else { return }
        notifications.append(
            Notification(
                event: event.seq,
                subscription: known.subscription,
                isUrgent: false,
                isTold: true,
                message: message
            )
        )
    }
}
