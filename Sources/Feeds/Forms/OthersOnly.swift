/// Notes whether a file is about nothing but areas that are not watched: most likely it has a mistake in the own one, and
/// is no file to pass over.
struct OthersOnly {
    private var first: RowFault?
    private var hasOwn = false

    /// Takes in what became of a row; the fault is asked for the first row of another area.
    mutating func note(_ outcome: RowOutcome, _ fault: () -> RowFault) {
        if hasOwn { return }
        switch outcome {
        case .skipped(let skip) where skip.reason == .areaNotWatched || skip.reason == .areaMerged:
            first = first ?? fault()
        case .skipped(let skip) where skip.reason.saysNothingOfAreas: break
        case .observed, .withdrawn, .skipped, .fault: hasOwn = true
        }
    }

    /// What the file is refused for; `nil` where some row is about something else.
    var fault: RowFault? { hasOwn ? nil : first }
}

extension IntakeReason {
    fileprivate var saysNothingOfAreas: Bool {
        [.emptyRow, .remark, .otherMember, .forecast, .sectionRow].contains(self)
    }
}
