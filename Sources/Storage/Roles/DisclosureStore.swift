/// The store as it keeps who saw what is hidden from others.
package protocol DisclosureStore: Sendable {
    /// Keeps that somebody has hidden values shown; before it is kept, nothing is shown.
    func keep(_ note: DisclosureNote) async throws

    /// Every such note, oldest first.
    func disclosures() async throws -> [DisclosureNote]
}
