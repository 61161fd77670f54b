/// What kind of variation a value of an XmR chart is (methods, section 1.3).
package enum ProcessVariation: String, Hashable, Sendable, CaseIterable, Codable {
    case commonCause = "common_cause"
    case improvement = "special_cause_improvement"
    case concern = "special_cause_concern"
    case neutralHigh = "special_cause_neutral_high"
    case neutralLow = "special_cause_neutral_low"

    /// - Parameters:
    ///   - cause: the special cause; `nil` for none.
    ///   - higherIsBetter: `nil` where neither way is better.
    package init(_ cause: SpecialCause?, higherIsBetter: Bool?) {
        guard let cause else {
            self = .commonCause
            return
        }
        guard let higherIsBetter else {
            self = cause.isHigh ? .neutralHigh : .neutralLow
            return
        }
        self = cause.isHigh == higherIsBetter ? .improvement : .concern
    }
}
