package import Indicators
package import Storage

extension InMemoryStore {
    package func messagesToPlace(limit: Int) async throws -> [MessageToPlace] {
        read { memory in
            memory.messages.filter { $0.lies != $0.folder && !$0.isForgotten }.prefix(limit).map {
                MessageToPlace(state: $0.state, lies: $0.lies, bytes: $0.content.bytes)
            }
        }
    }

    package func messages(after id: Int, limit: Int) async throws -> [MessageState] {
        read { $0.messages.filter { $0.id > id }.prefix(limit).map(\.state) }
    }

    package func bytes(ofMessage id: Int) async throws -> [UInt8]? {
        read { memory in memory.messages.first { $0.id == id && !$0.isForgotten }?.content.bytes }
    }

    package func deliveredMails(before moment: Instant, limit: Int) async throws -> [MessageState] {
        read { memory in
            memory.messages.filter { $0.isDelivered && !$0.isForgotten && $0.content.createdAt < moment }
                .prefix(limit).map(\.state)
        }
    }

    package func forgetBytes(ofMails ids: [Int]) async throws {
        try write { memory in
            for id in ids where memory.messages.indices.contains(id - 1) && memory.messages[id - 1].isDelivered {
                memory.messages[id - 1].isForgotten = true
            }
        }
    }

    package func placed(message id: Int, in folder: OutboxFolder) async throws {
        try write { memory in
            guard memory.messages.indices.contains(id - 1) else { return }
            memory.messages[id - 1].lies = folder
        }
    }

    package func claimDueMessages(at now: Instant, lease seconds: Int, limit: Int) async throws -> [ClaimedMessage] {
        try write { memory in
            let due = memory.heads(at: now).filter { $0.isFree(at: now, lease: seconds) }.prefix(limit)
            for message in due { memory.messages[message.id - 1].leaseUntil = now.adding(seconds: seconds) }
            return due.map(ClaimedMessage.init)
        }
    }

    package func record(attempt: DeliveryAttempt) async throws { try write { try $0.note(attempt) } }

    package func ledger(limit: Int) async throws -> [LedgerEntry] {
        read { $0.messages.reversed().prefix(limit).map(LedgerEntry.init) }
    }

    package func queue(after id: Int, limit: Int) async throws -> [LedgerEntry] {
        read { memory in
            memory.messages.filter { $0.id > id && $0.folder != .sent && !$0.isDropped }.prefix(limit)
                .map(LedgerEntry.init)
        }
    }

    package func obey(_ order: QueueOrder) async throws -> QueueOrder.Outcome {
        try write { memory in
            guard memory.messages.indices.contains(order.message - 1) else { return .noSuchMessage }
            guard memory.messages[order.message - 1].folder != .sent else { return .sentAlready }
            memory.orders.append(order)
            memory.messages[order.message - 1].obey(order)
            if order.verb == .retry {
                memory.free(at: order.at)
                for name in memory.subscriptions.keys {
                    memory.subscriptions[name]?.toldFailures.remove(order.message)
                }
            }
            return .done(LedgerEntry(memory.messages[order.message - 1]))
        }
    }

    package func orders(about message: Int) async throws -> [QueueOrder] {
        read { $0.orders.filter { $0.message == message } }
    }

    package func outboxCounts() async throws -> OutboxCounts {
        read { memory in
            let waiting = memory.messages.filter { $0.folder == .new }
            return OutboxCounts(
                waiting: waiting.count,
                failed: memory.messages.count { $0.folder == .failed && !$0.isDropped },
                oldestWaiting: waiting.map(\.content.createdAt).min()
            )
        }
    }
}

extension Memory {
    /// Adds a message that is due at once; gives the one that is there where its key is.
    mutating func add(_ message: NewMessage) -> Int {
        if let known = messages.first(where: { $0.content.key == message.key }) { return known.id }
        let id = messages.count + 1
        messages.append(Message(id: id, content: message, nextAttemptAt: message.createdAt))
        return id
    }

    fileprivate mutating func note(_ attempt: DeliveryAttempt) throws {
        guard messages.indices.contains(attempt.message - 1) else {
            throw StoreError.failed("record attempt: there is no such message")
        }
        attemptCount += 1
        attempts.append(attempt)
        messages[attempt.message - 1].note(attempt, number: attemptCount)
        let noted = messages[attempt.message - 1]
        guard noted.folder == .new, let retryAt = noted.nextAttemptAt else { return }
        for place in messages.indices where messages[place].isBehind(noted) {
            messages[place].nextAttemptAt = max(messages[place].nextAttemptAt ?? retryAt, retryAt)
        }
    }

    /// Of each recipient that something is due for the oldest message that waits, in the order in which they are due.
    fileprivate func heads(at now: Instant) -> [Message] {
        let waiting = messages.filter { $0.folder == .new }
        let oldest = Dictionary(waiting.map { ($0.content.recipient, $0) }) { first, _ in first }
        return waiting.filter { $0.isDue(at: now) }
            .sorted { ($0.nextAttemptAt ?? now, $0.id) < ($1.nextAttemptAt ?? now, $1.id) }
            .compactMap { oldest[$0.content.recipient] }
            .reduce(into: []) { heads, head in
                if !heads.contains(where: { $0.id == head.id }) { heads.append(head) }
            }
    }
}

extension Memory.Message {
    var state: MessageState {
        MessageState(id: id, key: content.key, createdAt: content.createdAt, folder: folder, isDropped: isDropped)
    }

    fileprivate func isDue(at now: Instant) -> Bool {
        let horizon = now.adding(seconds: ClaimedMessage.longestDelay)
        return nextAttemptAt.map { $0 <= now || $0 > horizon } ?? false
    }

    fileprivate func isFree(at now: Instant, lease seconds: Int) -> Bool {
        leaseUntil.map { $0 <= now || $0 > now.adding(seconds: seconds) } ?? true
    }

    /// Whether it waits for the same recipient and was made later.
    fileprivate func isBehind(_ other: Memory.Message) -> Bool {
        folder == .new && id > other.id && content.recipient == other.content.recipient
    }

    /// What the relay has accepted stays sent, and what was given up is only taken back by acceptance.
    fileprivate mutating func note(_ attempt: DeliveryAttempt, number: Int) {
        attempts += 1
        let (next, retryAt) = Self.consequence(of: attempt.result)
        guard folder == .new || (folder == .failed && next == .sent) else { return }
        folder = next
        nextAttemptAt = retryAt
        lastAttempt = (number, attempt)
        leaseUntil = nil
    }

    fileprivate mutating func obey(_ order: QueueOrder) {
        isDropped = order.verb == .drop
        switch order.verb {
        case .retry:
            folder = .new
            (requeuedAt, nextAttemptAt) = (order.at, order.at)
        case .drop:
            folder = .failed
            nextAttemptAt = nil
        }
    }

    private static func consequence(of result: DeliveryAttempt.Result) -> (OutboxFolder, retryAt: Instant?) {
        switch result {
        case .accepted: (.sent, nil)
        case .retry(let at): (.new, at)
        case .failed: (.failed, nil)
        }
    }
}

extension ClaimedMessage {
    fileprivate init(_ message: Memory.Message) {
        self.init(
            id: message.id,
            recipient: message.content.recipient,
            sender: message.content.sender,
            subject: message.content.subject,
            messageID: message.content.messageID,
            bytes: message.content.bytes,
            createdAt: message.requeuedAt ?? message.content.createdAt,
            attempt: message.attempts + 1
        )
    }
}

extension LedgerEntry {
    fileprivate init(_ message: Memory.Message) {
        self.init(
            message: message.state,
            recipient: message.content.recipient,
            subject: message.content.subject,
            attempts: message.attempts,
            lastAttemptAt: message.lastAttempt?.attempt.at,
            nextAttemptAt: message.nextAttemptAt,
            reason: message.lastAttempt?.attempt.reason,
            reply: message.lastAttempt?.attempt.reply
        )
    }
}
