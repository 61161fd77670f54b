/// What the documents say of one thing in two ways, or what the configuration leaves open.
package enum Contradiction: Hashable, Sendable {
    /// A goal draws another line than the yearly path of its indicator.
    case goalAgainstTable(
        goal: String,
        indicator: IndicatorID,
        period: Period,
        asked: TargetNotation,
        table: TargetNotation
    )
    /// A derived value is another one than its parts make.
    case derivedAgainstParts(
        indicator: IndicatorID,
        period: Period,
        stated: ExactDecimal,
        operation: Derivation.Operation,
        made: ExactDecimal
    )
    /// An indicator has to stay level, and nothing says how much it may move.
    case levelWithoutMargin(IndicatorID)
    /// A target lies at the level that was measured last: by chance alone about half of all values miss it (calibration,
    /// section 5).
    case targetAtLevel(IndicatorID, target: TargetNotation, targetPeriod: Period, level: ExactDecimal, period: Period)
    /// There is a mail relay, and no subscription is told of the mails that it does not take.
    case failuresToldToNobody
    /// Mail may go without TLS to a relay on another machine.
    case mailMayTravelOpen
    /// One that no program can see, in the words of the programme file.
    case stated(String)
}

extension Contradiction {
    /// Whether it is of the daemon's own settings, not of what the documents say.
    package var isOfSettings: Bool {
        switch self {
        case .failuresToldToNobody, .mailMayTravelOpen: true
        case .goalAgainstTable, .derivedAgainstParts, .levelWithoutMargin, .targetAtLevel, .stated: false
        }
    }
}
