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
            .map { message in
                UndeliveredMail(
                    id: message.id,
                    key: message.content.key,
                    subscription: subscription,
                    recipient: message.content.recipient,
                    subject: message.content.subject,
                    bytes: message.content.bytes,
                    createdAt: message.content.createdAt
                )
            }
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
