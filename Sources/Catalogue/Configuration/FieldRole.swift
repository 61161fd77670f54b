/// The words for what a column of a supplier's table means.
enum FieldRole: String, CaseIterable {
    case area
    case period
    case periodPart = "period-part"
    case dimension
    case breakdown
    case indicator
    case value
    case valueByPeriod = "value-by-period"
    case margins
    case lower
    case upper
    case status
    case sampleSize = "sample-size"
    case source
    case note
    case ignored
}
