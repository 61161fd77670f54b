/// The length of a period.
///
/// Kinds are never mixed within one series.
package enum PeriodKind: String, Sendable, CaseIterable, Hashable {
    case year
    case halfYear = "half-year"
    case quarter
    case month
    case schoolYear = "school-year"
    case week
    case day
}
