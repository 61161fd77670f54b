internal import Indicators

/// Passes over the values of periods of another kind than their indicator has: tables give the year beside its quarters.
///
/// Where an indicator has no value of its own kind in the whole file, that is a mistake, and no row to pass over.
struct OtherKinds {
    private var first: [IndicatorID: RowFault] = [:]
    private var order: [IndicatorID] = []
    private var own: Set<IndicatorID> = []

    /// Takes in what became of a value; gives back what is to be told of it now.
    mutating func noted(_ outcome: RowOutcome, of indicator: IndicatorID?, line: Int) -> RowOutcome {
        guard let indicator else { return outcome }
        switch outcome {
        case .observed: own.insert(indicator)
        case .fault(let fault) where fault.reason == .periodOfOtherKind:
            if first[indicator] == nil {
                first[indicator] = fault
                order.append(indicator)
            }
            return .skipped(RowSkip(line: line, reason: .otherPeriodKind))
        case .skipped(let skip) where skip.reason.isMissingValue: own.insert(indicator)
        case .skipped, .withdrawn, .fault: break
        }
        return outcome
    }

    /// The faults of the indicators that have no value of their own kind.
    var faults: [RowFault] { order.filter { !own.contains($0) }.compactMap { first[$0] } }
}

extension IntakeReason {
    /// Whether it says that a cell has no value.
    var isMissingValue: Bool {
        [.valueNotKnown, .noValue, .notDelivered, .notApplicable, .cannotOccur].contains(self)
    }
}
