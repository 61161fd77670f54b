/// What the survey settled about one file, for reading its rows.
package struct FileDialect: Hashable, Sendable {
    package let encoding: TextEncoding
    /// Whether the encoding was assumed because the file is no UTF-8 and nothing declared it.
    package let isEncodingAssumed: Bool
    package let separator: Separator
    /// `nil` where the file has whole numbers only, or no numbers at all.
    package let decimalSign: DecimalSign?
    /// Whether the feed profile says so, and not the numbers in the file.
    package let isDecimalSignDeclared: Bool
    /// Which known form the file has.
    package let form: FileForm
    /// The records up to and including the header: `sep=`, empty lines, the header itself.
    package let recordsBeforeRows: Int
    /// What holds the table.
    package let container: TableContainer
    /// The days that stand where the periods should.
    package let days: DayPeriods

    package init(
        encoding: TextEncoding,
        isEncodingAssumed: Bool = false,
        separator: Separator,
        decimalSign: DecimalSign?,
        isDecimalSignDeclared: Bool = false,
        form: FileForm,
        recordsBeforeRows: Int = 1,
        container: TableContainer = .text,
        days: DayPeriods = DayPeriods()
    ) {
        self.days = days
        self.encoding = encoding
        self.isEncodingAssumed = isEncodingAssumed
        self.separator = separator
        self.decimalSign = decimalSign
        self.isDecimalSignDeclared = isDecimalSignDeclared
        self.form = form
        self.recordsBeforeRows = recordsBeforeRows
        self.container = container
    }
}
