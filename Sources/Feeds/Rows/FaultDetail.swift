package import Indicators

/// The facts that a fault's sentence names beside the cell.
///
/// Stores keep it in the form that the compiler makes of the cases, so that the names of those never change.
package enum FaultDetail: Hashable, Sendable, Codable {
    /// The known name that looks most like the cell.
    case nearest(String)
    /// The known names, two or three, that the cell is the beginning of, or a word of.
    case nearestOf([String])
    /// The unit of the indicator.
    case unit(MeasureUnit)
    /// The values that make sense for the indicator.
    case range(ValueRange, MeasureUnit)
    /// The kind of period of the indicator, and the one of the cell.
    case periodKind(expected: PeriodKind, found: PeriodKind)
    /// The period that a day may stand for, and the day of the file, with its line, for which none of them does.
    case dayForPeriod(Period, other: CalendarDate?, line: Int?)
    /// The indicators of which a derived one is made.
    case inputs([IndicatorID])
    /// Another row that has to do with it.
    case otherRow(line: Int, text: String)
    /// The columns that a file of the form has to have.
    case requiredColumns(FormName)
    /// How many were expected and how many were found.
    case counts(expected: Int, found: Int)
    /// A decimal comma in a file with commas between its fields.
    case splitNumber
    /// The day on which the file was read.
    case today(CalendarDate)
    /// The largest number of decimals of the indicator.
    case decimals(Int)
    /// The whole number that may be meant, where the sign stands between thousands.
    case thousands(ExactDecimal)
    /// The value that this one is more than so many times as large, or as small, as.
    case after(ExactDecimal, period: Period, times: Int, isLarger: Bool)
    /// The amount in the unit, and why it does not fit the budget of the year.
    case budget(BudgetDoubt.Kind, ExactDecimal, of: ExactDecimal, year: Int, MeasureUnit)
    /// The percentage that may be meant by a part of one, and the one that is aimed at.
    case fraction(meant: ExactDecimal, target: ExactDecimal)
    /// The cell looks like something that is known not to be a number.
    case looksLike(ValueLook)
    /// The form in which somebody else's table is.
    case tableForm(TableForm)
    /// The profile that a file was to be read by, and the title that looks most like the one it lacks.
    case profile(String, nearest: String?)
    /// What holds for the series and period.
    case holds(String)
    /// The sheet of a workbook, and the cell; without a sheet another cell of the same one.
    case sheetCell(sheet: String?, cell: String?)
    /// The day that a number is shown as.
    case asDate(CalendarDate)
    /// What a period may mean that is written in a way that does not say it.
    case readings([Period])
    /// The kind of period that CBS publishes and no indicator has.
    case unwatchedPeriod(UnwatchedPeriod)
    /// The areas that a name may mean.
    case areas([AreaCode])
    /// Where the period of all values was read, the kind of period of the indicator, and the one that stands there.
    case namedPeriod(PeriodPlace, indicator: IndicatorID, expected: PeriodKind, found: PeriodKind)
    /// The other visible sheets of a workbook, the one among them that has figures, and whether that is in our own form.
    case sheets([String], withFigures: String?, isOwnForm: Bool)

    /// What is reported of a milestone on a day, and the day on which the same row expects it.
    case reported(MilestoneStatus, on: CalendarDate, expected: CalendarDate)
    /// The first year of which the programme says anything.
    case beginning(Int)

    /// Whether it tells of values that stand in this file or hold.
    var tellsNumbers: Bool {
        switch self {
        case .after, .otherRow, .holds, .thousands, .fraction, .asDate, .budget: true
        case .nearest, .nearestOf, .unit, .range, .periodKind, .inputs, .requiredColumns, .counts, .splitNumber,
            .today, .decimals, .looksLike, .tableForm, .profile, .sheetCell, .readings, .unwatchedPeriod, .areas,
            .dayForPeriod, .namedPeriod, .sheets, .reported, .beginning:
            false
        }
    }
}
