package import Feeds

/// The store as whoever looks needs it: which files came, and what became of them.
package protocol DeliveryStore: Sendable {
    /// The deliveries, the latest first; pages by the id of the last one of the page before.
    func deliveries(before id: Int?, limit: Int) async throws -> [DeliveredFile]

    /// One delivery; `nil` where there is none by that id.
    func delivery(_ id: Int) async throws -> DeliveredFile?

    /// How many files were taken in (`nil`), and how many were refused for which reason.
    func deliveryCounts() async throws -> [IntakeReason?: Int]

    /// The first delivery of each of these contents that was taken in, by its hash.
    func deliveries(ofHashes hashes: Set<String>) async throws -> [String: DeliveredFile]
}
