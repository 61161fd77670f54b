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
    /// A target asks for the other direction than the one that is better for its indicator.
    case targetAgainstDirection(IndicatorID, target: TargetNotation, targetPeriod: Period, better: Better)
    /// There is no municipality with this code, now or before.
    case unknownMunicipality(AreaCode)
    /// An area has another name than the municipality with its code.
    case municipalityNamedOtherwise(AreaCode, name: String, known: String)
    /// Two subscriptions mail one address about the same, at fixed hours or at once, both.
    case subscribedTwice(address: String, String, String)
    /// There is a mail relay, and no subscription is told of the mails that it does not take.
    case failuresToldToNobody
    /// Mail may go without TLS to a relay on another machine.
    case mailMayTravelOpen
    /// One that no program can see, in the words of the programme file.
    case stated(String)
}

extension Contradiction {
    /// Whether it is of the settings, or most likely a slip in writing them down, and not of what the documents say.
    package var isOfSettings: Bool {
        switch self {
        case .failuresToldToNobody, .mailMayTravelOpen, .targetAgainstDirection, .unknownMunicipality,
            .municipalityNamedOtherwise, .subscribedTwice:
            true
        case .goalAgainstTable, .derivedAgainstParts, .levelWithoutMargin, .targetAtLevel, .stated: false
        }
    }
}
