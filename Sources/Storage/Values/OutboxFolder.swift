/// Where the file of a message lies, below the outbox.
package enum OutboxFolder: String, Sendable, CaseIterable, Hashable {
    case new
    case sent
    case failed
}
