internal import Catalogue
internal import Files
package import Indicators
internal import Storage
internal import Telling

/// Who had values shown that are hidden from others: `ledger --disclosures`.
///
/// It is for who may read the store itself; the daemon tells it to nobody.
package struct DisclosureNotes: Sendable {
    private let active: ActiveConfiguration

    package init(active: ActiveConfiguration) {
        self.active = active
    }

    /// The notes, oldest first: when, who, and by which command.
    ///
    /// - Parameters:
    ///   - moment: later ones are left out; `nil` for all.
    ///   - isJSON: whether one JSON array is wanted.
    /// - Returns: the report.
    /// - Throws: ``StoreError``, ``FileSystemFault``.
    package func report(until moment: Instant?, isJSON: Bool) async throws -> String {
        guard let store = try SQLiteStore.openForReading(active.configuration) else {
            throw StoreError.unreadable(path: active.configuration.storePath, why: "the watch has not begun")
        }
        let notes = try await store.disclosures().filter { note in moment.map { note.at <= $0 } ?? true }
        return isJSON ? JSONValue.array(notes.map { .object(object($0)) }).line + "\n" : text(of: notes)
    }

    private func text(of notes: [DisclosureNote]) -> String {
        guard !notes.isEmpty else {
            return active.phrases.say("Niemand liet verborgen waarden tonen.", "Nobody had hidden values shown.") + "\n"
        }
        let rows = notes.map { [active.zone.timestamp($0.at), $0.by, $0.command] }
        return TextTable(header: nil, rows: rows, limit: 300).text
    }

    private func object(_ note: DisclosureNote) -> JSONObject {
        var object = JSONObject()
        object.add("at", text: active.zone.timestamp(note.at))
        object.add("by", text: note.by)
        object.add("command", text: note.command)
        return object
    }
}
