internal import Indicators
package import Storage

extension InMemoryStore {
    package func keep(_ note: DisclosureNote) async throws { try write { $0.disclosures.append(note) } }

    package func disclosures() async throws -> [DisclosureNote] { read(\.disclosures) }
}
