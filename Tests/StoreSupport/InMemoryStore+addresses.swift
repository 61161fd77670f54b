package import Indicators
package import Storage

extension InMemoryStore {
    package func undelivered(
        of subscription: String,
        notTo address: String,
        madeAfter moment: Instant
    ) async throws -> [UndeliveredMail] {
        read { memory in
            memory.messages.filter { message in
                message.folder != .sent && !message.isDropped && message.content.subscription == subscription
                    && message.content.recipient != address && message.content.createdAt > moment
            }
            .map(UndeliveredMail.init)
        }
    }

    package func waiting(
        notFrom sender: String,
        at now: Instant,
        after id: Int,
        limit: Int
    ) async throws -> [UndeliveredMail] {
        read { memory in
            memory.messages.filter { $0.id > id && $0.rests(at: now) && $0.content.sender != sender }.prefix(limit)
                .map(UndeliveredMail.init)
        }
    }

    package func mend(senderOf id: Int, to sender: String, bytes: [UInt8], at now: Instant) async throws -> Bool {
        try write { memory in
            guard memory.messages.indices.contains(id - 1), memory.messages[id - 1].rests(at: now) else { return false }
            memory.messages[id - 1].content = memory.messages[id - 1].content.from(sender, bytes)
            memory.messages[id - 1].lies = nil
            return true
        }
    }

    package func waiting(after reason: String, at now: Instant, limit: Int) async throws -> [UndeliveredMail] {
        read { memory in
            memory.messages.filter { $0.rests(at: now) && $0.lastAttempt?.attempt.reason == reason }
                .prefix(limit).map(UndeliveredMail.init)
        }
    }

    package func replace(_ order: QueueOrder, by message: NewMessage) async throws {
        guard case .done = try await obey(order) else { return }
        try write { memory in
            let id = memory.add(message)
            memory.messages[id - 1].replaces = order.message
            for place in memory.notifications.indices where memory.notifications[place].message == order.message {
                memory.notifications[place].message = id
            }
        }
    }
}

extension Memory.Message {
    /// Whether it waits and nobody is sending it.
    fileprivate func rests(at now: Instant) -> Bool {
        folder == .new && !isDropped && leaseUntil.map { $0 <= now } ?? true
    }
}

extension NewMessage {
    fileprivate func from(_ sender: String, _ bytes: [UInt8]) -> NewMessage {
        NewMessage(
            key: key,
            subscription: subscription,
            recipient: recipient,
            sender: sender,
            subject: subject,
            messageID: messageID,
            bytes: bytes,
            createdAt: createdAt
        )
    }
}

extension UndeliveredMail {
    fileprivate init(_ message: Memory.Message) {
        self.init(
            id: message.id,
            key: message.content.key,
            subscription: message.content.subscription,
            recipient: message.content.recipient,
            subject: message.content.subject,
            bytes: message.content.bytes,
            createdAt: message.content.createdAt
        )
    }
}
