internal import Indicators
package import Storage

extension InMemoryStore {
    package func record(bounce: Bounce) async throws -> Bounce.Outcome {
        try write { memory in
            let found = memory.messages.first { bounce.messageIDs.contains($0.content.messageID) }
            guard let message = found else { return .noSuchMessage }
            guard memory.mayCount(message) else { return .knownAlready }
            let attempt = DeliveryAttempt(
                message: message.id,
                at: bounce.at,
                result: .failed,
                reason: DeliveryAttempt.bounced,
                reply: bounce.reply,
                said: bounce.said
            )
            memory.attemptCount += 1
            memory.attempts.append(attempt)
            memory.messages[message.id - 1].folder = .failed
            memory.messages[message.id - 1].nextAttemptAt = nil
            memory.messages[message.id - 1].lastAttempt = (memory.attemptCount, attempt)
            return .noted(message: message.id)
        }
    }
}

extension Memory {
    /// What waits has not gone out since, unless nobody knows what became of an attempt.
    fileprivate func mayCount(_ message: Message) -> Bool {
        switch message.folder {
        case .sent: true
        case .failed: false
        case .new:
            attempts.contains { attempt in
                attempt.message == message.id && Bounce.unknownOutcomes.contains(attempt.reason)
                    && (message.requeuedAt.map { attempt.at > $0 } ?? true)
            }
        }
    }
}
