import Indicators
import Storage
import Synchronization

/// Messages with the folders that they belong and lie in, which a test sets as it likes; nothing is ever delivered.
final class FakeOutboxStore: OutboxStore {
    let messages = Mutex<[Int: (state: MessageState, lies: OutboxFolder?, bytes: [UInt8])]>([:])

    func messagesToPlace(limit: Int) async throws -> [MessageToPlace] {
        messages.withLock { messages in
            let open = messages.values.filter { $0.lies != $0.state.folder }.sorted { $0.state.id < $1.state.id }
            return open.prefix(limit).map { MessageToPlace(state: $0.state, lies: $0.lies, bytes: $0.bytes) }
        }
    }

    func messages(after id: Int, limit: Int) async throws -> [MessageState] {
        messages.withLock { messages in
            Array(messages.values.map(\.state).filter { $0.id > id }.sorted { $0.id < $1.id }.prefix(limit))
        }
    }

    func bytes(ofMessage id: Int) async throws -> [UInt8]? {
        messages.withLock { messages in messages[id]?.bytes.nonEmpty }
    }

    func deliveredMails(before moment: Instant, limit: Int) async throws -> [MessageState] {
        messages.withLock { messages in
            let delivered = messages.values.filter { mail in
                mail.state.folder == .sent && mail.lies == .sent && !mail.bytes.isEmpty && mail.state.createdAt < moment
            }
            return Array(delivered.map(\.state).sorted { $0.id < $1.id }.prefix(limit))
        }
    }

    func forgetBytes(ofMails ids: [Int]) async throws {
        messages.withLock { messages in
            for id in ids { messages[id]?.bytes = [] }
        }
    }

    func placed(message id: Int, in folder: OutboxFolder) async throws {
        messages.withLock { $0[id]?.lies = folder }
    }

    func claimDueMessages(at now: Instant, lease seconds: Int, limit: Int) async throws -> [ClaimedMessage] { [] }
    func record(attempt: DeliveryAttempt) async throws {}
    func ledger(limit: Int) async throws -> [LedgerEntry] { [] }
    func ledger(_ query: LedgerQuery, after id: Int, limit: Int, toldLimit: Int?) async throws -> [LedgerRecord] { [] }
    func mails(
        to recipient: String?,
        before id: Int?,
        limit: Int,
        toldLimit: Int?
    ) async throws -> [LedgerRecord] { [] }
    func lastAcceptance() async throws -> Instant? { nil }
    func trouble(ofRelay relay: String) async throws -> RelayTrouble? { nil }
    func note(trouble: RelayTrouble) async throws {}
    func endTrouble(ofRelay relay: String, at now: Instant) async throws {}
    func recovery(ofRelay relay: String) async throws -> Instant? { nil }
    func record(bounce: Bounce) async throws -> Bounce.Outcome { .noSuchMessage }
    func undelivered(
        of subscription: String,
        notTo address: String,
        madeAfter moment: Instant
    ) async throws -> [UndeliveredMail] { [] }
    func waiting(
        notFrom sender: String,
        at now: Instant,
        after id: Int,
        limit: Int
    ) async throws -> [UndeliveredMail] { [] }
    func mend(senderOf id: Int, to sender: String, bytes: [UInt8], at now: Instant) async throws -> Bool { false }
    func waiting(after reason: String, at now: Instant, limit: Int) async throws -> [UndeliveredMail] { [] }
    func replace(_ order: QueueOrder, by message: NewMessage) async throws {}
    func queue(after id: Int, limit: Int) async throws -> [LedgerEntry] { [] }
    func obey(_ order: QueueOrder) async throws -> QueueOrder.Outcome { .noSuchMessage }
    func orders(about message: Int) async throws -> [QueueOrder] { [] }
    func outboxCounts() async throws -> OutboxCounts { OutboxCounts(waiting: 0, failed: 0, oldestWaiting: nil) }
}

extension FakeOutboxStore {
    /// Puts a message in, in no folder yet.
    func addMessage(_ id: Int, _ folder: OutboxFolder = .new, _ text: String = "Subject: x\r\n\r\nx\r\n") {
        let message = MessageState(id: id, key: "m\(id)", createdAt: Instant(seconds: 1_775_023_200), folder: folder)
        messages.withLock { $0[id] = (message, nil, Array(text.utf8)) }
    }

    /// Says that a message belongs elsewhere now.
    func move(message id: Int, to folder: OutboxFolder, isDropped: Bool = false) {
        messages.withLock { messages in
            guard let old = messages[id]?.state else { return }
            messages[id]?.state = MessageState(
                id: id,
                key: old.key,
                createdAt: old.createdAt,
                folder: folder,
                isDropped: isDropped
            )
        }
    }
}

extension [UInt8] {
    /// Bytes that are forgotten are none.
    fileprivate var nonEmpty: [UInt8]? { isEmpty ? nil : self }
}
