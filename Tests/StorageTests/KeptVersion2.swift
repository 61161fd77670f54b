import Alerting
import Foundation
import Indicators
import TestSupport
import Testing

/// What version 2 of the program left behind, made by that program itself: a store with its alert log and configuration,
/// and alerts in every form that it told, each with what it said of them.
///
/// Of the mails in the store only that they are there is kept, not what they say.
enum KeptVersion2 {
    private static let folder = "Tests/StorageTests/Kept"

    /// A copy of the store, in a folder of a test's own.
    static func store(in folder: URL) throws -> String {
        let copy = folder.appending(path: "store.sqlite")
        try Data(Project.bytes("\(Self.folder)/version-2.sqlite")).write(to: copy)
        return copy.path
    }

    /// The lines of its alert log.
    static func log() throws -> [String] {
        try Project.text("\(folder)/version-2/alerts.jsonl").split(separator: "\n").map { "\($0)\n" }
    }

    /// One alert as version 2 kept it.
    struct Alert: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let rule: String
        let event: AlertEventKind
        /// The facts, as they stood in its store.
        let facts: String
        /// The sentence of its alert log.
        let message: String
        /// The subject of its mail, by language.
        let subject: [String: String]
        /// What its digest said of the alert in full, by language.
        let card: [String: String]

        var testDescription: String { "\(rule): \(name)" }
    }

    /// Alerts of every rule and reason.
    static let alerts: [Alert] = {
        guard let bytes = try? Project.bytes("\(folder)/version-2/facts.json"),
            let alerts = try? JSONDecoder().decode([Alert].self, from: Data(bytes))
        else { preconditionFailure("The kept alerts can be read.") }
        return alerts
    }()
}
