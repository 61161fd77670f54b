package import Indicators

/// How a supplier's table is to be read: the `schema` of a feed profile, in words of the Frictionless Table Schema where
/// that has them.
package struct TableSchema: Hashable, Sendable {
    /// Where a table says what period its values are of, when no column does.
    package enum PeriodSource: Hashable, Sendable {
        /// The profile itself says it.
        case fixed(Period)
        /// The period in the name of the file.
        case fileName
        /// The period in the lines above the header, or in the name of the sheet.
        case title
    }

    package let fields: [TableField]
    /// The rows that make the header together, of which the names are joined downwards; at least 1.
    package let headerRows: Int
    /// The area of all values, where no column names one; `nil`: the area of the indicator's programme.
    package let area: String?
    /// `nil`: a column says it.
    package let period: PeriodSource?
    /// The last period of which the values are outcomes, behind which they are forecasts; `nil`: nobody says.
    package let outcomesUntil: Period?
    /// Cells that mean that there is no value, beside those that are known everywhere.
    package let missingValues: [String]
    /// The sheet of a workbook that is read; `nil`: the first that is not hidden.
    package let sheet: String?

    package init(
        fields: [TableField],
        headerRows: Int = 1,
        area: String? = nil,
        period: PeriodSource? = nil,
        outcomesUntil: Period? = nil,
        missingValues: [String] = [],
        sheet: String? = nil
    ) {
        self.fields = fields
        self.headerRows = headerRows
        self.area = area
        self.period = period
        self.outcomesUntil = outcomesUntil
        self.missingValues = missingValues
        self.sheet = sheet
    }
}
