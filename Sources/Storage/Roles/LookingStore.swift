/// The store as whoever looks at one thing needs it.
package protocol LookingStore: Sendable {
    /// The mails to a recipient or of a subscription, each with all that is known of it, the latest first; pages by the id of
    /// the last one of the page before.
    func mails(to recipient: String?, before id: Int?, limit: Int) async throws -> [LedgerRecord]

    /// The first delivery of each of these contents that was taken in, by its hash.
    func deliveries(ofHashes hashes: Set<String>) async throws -> [String: DeliveredFile]
}
