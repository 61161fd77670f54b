internal import Indicators

/// Why a row gives no value.
enum RowStop: Error {
    // Large and seldom: apart, so that a row that stops nowhere costs nothing of it.
    indirect case fault(RowFault)
    case skip(IntakeReason)
    /// It takes one back.
    indirect case withdrawal(WithdrawnRow)

    /// The same as of a row about the indicator.
    func about(_ indicator: Indicator) -> RowStop {
        if case .fault(let fault) = self { .fault(fault.about(indicator)) } else { self }
    }
}
