/// Why a row gives no value.
enum RowStop: Error {
    case fault(RowFault)
    case skip(IntakeReason)
    /// It takes one back.
    case withdrawal(WithdrawnRow)
}
