/// How a milestone stands, in the words of the reports.
///
/// The raw words are those of configuration and files.
package enum MilestoneStatus: String, Sendable, CaseIterable, Hashable, Codable {
    case done = "gereed"
    case onSchedule = "op schema"
    case delayed = "vertraagd"
    case postponed = "uitgesteld"
    case stopped = "gestopt"
    case notStarted = "niet gestart"
    case unknown = "onbekend"

    /// The word in English.
    package var english: String {
        switch self {
        case .done: "done"
        case .onSchedule: "on schedule"
        case .delayed: "delayed"
        case .postponed: "postponed"
        case .stopped: "stopped"
        case .notStarted: "not started"
        case .unknown: "unknown"
        }
    }

    /// Reads a word in either language, whatever its capitals and with `-` or `_` for a blank.
    package init?(word: some StringProtocol) {
        let word = String(word.lowercased().map { "-_".contains($0) ? " " : $0 })
        guard let status = Self.allCases.first(where: { $0.rawValue == word || $0.english == word }) else { return nil }
        self = status
    }
}
