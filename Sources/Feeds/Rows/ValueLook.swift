/// What a cell looks like that is not a number.
package enum ValueLook: String, Hashable, Sendable, CaseIterable, Codable {
    case spreadsheetError = "spreadsheet-error"
    case lessThan = "less-than"
    case exponent
    case formula
    case yearOrDate = "year-or-date"
    case date
    case otherDecimalSign = "other-decimal-sign"
    case tooManyDigits = "too-many-digits"
}
