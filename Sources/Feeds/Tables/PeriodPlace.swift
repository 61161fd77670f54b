/// Where the one period of all values of a file was read.
package enum PeriodPlace: Hashable, Sendable, Codable {
    /// In the text above the table, or in the name of its sheet.
    case title(String)
    case fileName(String)
    /// In the profile itself.
    case profile
}
