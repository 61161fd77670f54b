internal import Indicators

/// Passes over the values of periods of another kind than their indicator has: tables give the year beside its quarters.
///
/// Where an indicator has no value of its own kind in the whole file, that is a mistake, and no row to pass over.
struct OtherKinds {
    /// The first fault of an indicator, or the first of its own area: of others nobody asked.
    private struct First {
        var fault: RowFault
        var isOfOwnArea: Bool
    }

    private var first: [IndicatorID: First] = [:]
    private var order: [IndicatorID] = []
    private var own: Set<IndicatorID> = []

    /// Whether an outcome is told by ``faults`` instead.
    static func isOfOtherKind(_ outcome: RowOutcome) -> Bool {
        guard case .fault(let fault) = outcome else { return false }
        return fault.reason == .periodOfOtherKind
    }

    /// Takes in what became of a value; gives back what is to be told of it now.
    mutating func noted(
        _ outcome: RowOutcome,
        of indicator: IndicatorID?,
        line: Int,
        isOfOwnArea: Bool
    ) -> RowOutcome {
        guard let indicator else { return outcome }
        switch outcome {
        case .observed: own.insert(indicator)
        case .fault(let fault) where fault.reason == .periodOfOtherKind:
            note(fault, of: indicator, isOfOwnArea)
            return .skipped(RowSkip(line: line, reason: .otherPeriodKind))
        case .skipped(let skip) where skip.reason.isMissingValue: own.insert(indicator)
        case .skipped, .withdrawn, .fault: break
        }
        return outcome
    }

    private mutating func note(_ fault: RowFault, of indicator: IndicatorID, _ isOfOwnArea: Bool) {
        if let known = first[indicator] {
            guard !known.isOfOwnArea, isOfOwnArea else { return }
            first[indicator] = First(fault: fault, isOfOwnArea: true)
        } else {
            first[indicator] = First(fault: fault, isOfOwnArea: isOfOwnArea)
            order.append(indicator)
        }
    }

    /// The faults of the indicators that have no value of their own kind; their rows were passed over one by one.
    var faults: [RowFault] {
        order.filter { !own.contains($0) }.compactMap { first[$0]?.fault.ofCountedRow }
    }
}

extension IntakeReason {
    /// Whether it says that a cell has no value.
    var isMissingValue: Bool {
        [.valueNotKnown, .noValue, .notDelivered, .notApplicable, .cannotOccur].contains(self)
    }
}
