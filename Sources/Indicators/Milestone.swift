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

/// What one report says of a milestone.
package struct MilestoneReport: Hashable, Sendable, Codable {
    package let status: MilestoneStatus
    /// The day on which it is now expected to be done, where the report names one.
    package let expected: CalendarDate?

    package init(status: MilestoneStatus, expected: CalendarDate? = nil) {
        self.status = status
        self.expected = expected
    }
}

extension Observation {
    /// A report as an observation of the day that it is about: the value 1 where the milestone is done, else 0.
    ///
    /// `nil` outside the years that periods know.
    package static func milestone(
        _ report: MilestoneReport,
        on date: CalendarDate,
        source: String? = nil,
        note: String? = nil
    ) -> Observation? {
        Period(.day, containing: date).map { day in
            Observation(
                period: day,
                value: report.status == .done ? ExactDecimal(1) : .zero,
                source: source,
                referenceDate: date,
                note: note,
                milestone: report
            )
        }
    }

    /// How the milestone stands: as reported in words, else `gereed` for the value 1.
    ///
    /// `nil` for the value 0 without a word, which only says that it is not done.
    package var milestoneStatus: MilestoneStatus? { milestone?.status ?? (value == ExactDecimal(1) ? .done : nil) }
}
