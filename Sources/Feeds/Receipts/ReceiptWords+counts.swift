/// The words about how many rows came to what.
extension ReceiptWords {
    /// What became of the rows, each once; where rows give several values, those by themselves.
    func counts(_ tally: IntakeTally, _ outcome: Receipt.Outcome) -> [(String, Int)] {
        if let rows = tally.byRow { return countsByRow(rows, tally, outcome) }
        let others = [
            (say("  overgeslagen", "  skipped"), tally.skipCount), (say("  fout", "  faulty"), tally.faultyRows),
        ]
        return [(rows, tally.fileRows)] + values(tally, outcome) + withheld(tally) + others
    }

    private func countsByRow(
        _ counts: MetRows.Counts,
        _ tally: IntakeTally,
        _ outcome: Receipt.Outcome
    ) -> [(String, Int)] {
        let byRow = [
            (rows, counts.all), (say("  met waarden", "  with values"), counts.withValues),
            (say("  overgeslagen", "  skipped"), counts.skipped), (say("  fout", "  faulty"), counts.faulty),
        ]
        let undone = [
            (say("  overgeslagen", "  skipped"), tally.undoneValues.skipped),
            (say("  fout", "  faulty"), tally.undoneValues.faulty),
        ]
        let values = values(tally, outcome) + withheld(tally) + undone.filter { $0.1 > 0 }
        guard tally.valueCount > 0 || outcome != .refused else { return byRow }
        return byRow + [(say("Waarden", "Values"), tally.valueCount)] + values
    }

    private var rows: String { say("Rijen", "Rows") }

    /// What became of the values that count; of a refused file there is nothing to say of them.
    private func values(_ tally: IntakeTally, _ outcome: Receipt.Outcome) -> [(String, Int)] {
        let seldom = [
            (say("  ingetrokken", "  withdrawn"), tally.withdrawn.count),
            (say("  geldt niet meer", "  not in force"), tally.lapsed.count),
        ]
        let shown: [(String, Int)] =
            switch outcome {
            case .taken, .nothingTaken, .dryRun:
                [
                    (say("  nieuw", "  new"), tally.taken), (say("  herzien", "  revised"), tally.revised),
                    (say("  ongewijzigd", "  unchanged"), tally.unchanged),
                ]
            // What holds as it stands here was not taken in now.
            case .duplicate: [(say("  geldt", "  in force"), tally.unchanged)]
            case .refused: []
            }
        return shown + seldom.filter { $0.1 > 0 }
    }

    /// What is fine and was left out with the rest.
    private func withheld(_ tally: IntakeTally) -> [(String, Int)] {
        tally.withheld == 0 ? [] : [(say("  wel in orde", "  in order"), tally.withheld)]
    }
}
