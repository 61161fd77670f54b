package import Indicators

/// What the report shows as realised in one year.
package enum ReportedValue: Hashable, Sendable {
    /// The last value that a delivery brought for the year, or a part of it; one that is running counts all of the year
    /// through its period.
    case measured(ExactDecimal, Period, isProvisional: Bool, isRunning: Bool)
    /// There is a value, which may not be told.
    case hidden
    /// No delivery brought a value, and the document of the programme shows this one.
    case documented(text: String, ExactDecimal?)
}
