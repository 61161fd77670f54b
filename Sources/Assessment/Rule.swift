package import Indicators

/// One way of judging series.
///
/// A rule is one folder: its judgement, its evidence with the words for it, its parameters. One line in
/// ``RuleRegistry/standard`` makes it known; nothing else names it.
package protocol Rule: Sendable {
    associatedtype Evidence: RuleEvidence
    associatedtype Parameters: RuleParameters

    /// What the rule is for, for the reference of the configuration; read only where it has parameters.
    static var meaning: String { get }

    /// Whether it only informs: it colours no light and opens no alert, so that nothing that is kept follows from it, and
    /// it is asked only where somebody looks.
    static var onlyInforms: Bool { get }

    init(_ parameters: Parameters)

    /// Whether it judges the series of the indicator.
    func applies(to indicator: Indicator) -> Bool

    /// What it needs beside the history of the series itself; what is named here is loaded, and what changes it marks the
    /// series to be judged.
    func inputs(for indicator: Indicator) -> [RuleInput]

    /// What it says of the series as of a day.
    func finding(for series: SeriesSubject, on today: CalendarDate) -> Finding

    /// The next day on which that can change by time alone; `nil` where only a new value can change it.
    func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate?

    /// What of the indicator and the parameters counts for its judgement, as texts; the series is judged anew when they
    /// change.
    func fingerprint(of indicator: Indicator) -> [String]

    /// What the texts of ``fingerprint(of:)`` say to people, each setting with its name: `marge`, `10%`.
    ///
    /// They may be those of an earlier version: what is not understood is left out.
    static func settings(_ texts: [String], in phrases: Phrases) -> [Figure]

    /// What it says of an open alert whose series it no longer judges; `nil` where it only falls silent.
    static func lapse(of told: Evidence) -> Evidence?
}

extension Rule {
    package static var name: RuleName { Evidence.rule }

    package static var meaning: String { "" }

    package static var onlyInforms: Bool { false }

    package func inputs(for indicator: Indicator) -> [RuleInput] { [] }

    package func nextChange(for series: SeriesSubject, after today: CalendarDate) -> CalendarDate? { nil }

    package func fingerprint(of indicator: Indicator) -> [String] { [] }

    package static func settings(_ texts: [String], in phrases: Phrases) -> [Figure] { [] }

    package static func lapse(of told: Evidence) -> Evidence? { nil }
}
