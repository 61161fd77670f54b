internal import Indicators

/// What is said of a milestone that was reported done, and is not any more.
extension MilestoneEvidence {
    /// ` Op 31 maart 2026 was gemeld dat de mijlpaal gereed was; dat is nu niet meer zo.`; empty where it never was.
    func undone(in phrases: Phrases, _ day: (CalendarDate) -> String) -> String {
        guard let doneOn else { return "" }
        return phrases.say(
            " Op \(day(doneOn)) was gemeld dat de mijlpaal gereed was; dat is nu niet meer zo.",
            " On \(day(doneOn)) the milestone was reported done; that is not so any more."
        )
    }

    /// The same behind a title: ` (was gereed)`.
    func undoneInLine(in phrases: Phrases) -> String {
        doneOn == nil ? "" : phrases.say(" (was gereed)", " (was done)")
    }
}
