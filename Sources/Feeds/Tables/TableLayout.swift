package import Indicators

/// Where everything that a schema asks for stands in one file.
package struct TableLayout: Hashable, Sendable {
    /// A column with values.
    package struct MeasureColumn: Hashable, Sendable {
        package let index: Int
        package let measure: Measure
        /// The period that the title of the column names; `nil`: the row or the file says it.
        package var period: String?
        /// The area that the title of the column names; `nil`: the row or the file says it.
        package var area: String?
        /// The members of other columns for whose rows only it counts.
        package var conditions: [Pin] = []
    }

    /// A property of which one member is wanted.
    package struct Pin: Hashable, Sendable {
        package let index: Int
        package let members: [String]
    }

    /// A property that the indicator is broken down by.
    package struct BreakdownColumn: Hashable, Sendable {
        package let index: Int
        package let name: String
        package let members: [String: String]
    }

    /// The form in which the table was recognised.
    package let form: TableForm
    /// The titles of the columns, as people see them.
    package let titles: [String]
    package var measures: [MeasureColumn] = []
    package var pins: [Pin] = []
    package var breakdowns: [BreakdownColumn] = []
    package var indicators: [Int: [String: Measure]] = [:]
    package var margins: [Int: Margins] = [:]
    /// The columns that say one thing of the value in their row.
    package var places: [Place: Int] = [:]
    /// The properties that the schema does not name: what stands in them has to be a total, or the same in each row.
    package var dimensions: [Int] = []
    /// The columns that no field of the schema is about.
    package var unused: [Int] = []
    /// Those of them that tell forecasts from outcomes.
    package var forecasts: [Int] = []
    /// The last period of which the values are outcomes; `nil`: nobody says so.
    package var outcomesUntil: Period?
    /// The column with the flags of SDMX, or with what OData 4 says of a value.
    package var flags: Int?
    /// The column with the units of the numbers, which no field of the schema names.
    package var units: Int?
    /// The column with the power of ten that SDMX multiplies a number by.
    package var power: Int?
    /// The column in which SDMX says that a row takes a value away.
    package var action: Int?
    /// The period of every value; `nil`: a column says it.
    package var period: String?
    /// Where the period of every value was read.
    package var periodPlace: PeriodPlace?
    /// The area of every value; `nil`: a column says it, or it is the one of the indicator's programme.
    package var area: String?
    /// The areas whose rows count; empty: all that are watched.
    package var wantedAreas: Set<AreaCode> = []
    package var missingValues: [String] = []
    /// What the codes of a bundle stand for.
    package var codes = Codebook()

    /// What one cell of a row may say of its value.
    package enum Place: Hashable, Sendable {
        case area
        case period
        case periodPart
        case lower
        case upper
        case status
        case sampleSize
        case source
        case note
    }

    init(form: TableForm, titles: [String]) {
        self.form = form
        self.titles = titles
    }

    /// The title of the column, for a receipt: its number where it has none.
    func title(_ index: Int) -> String { titles[index].isEmpty ? "\(index + 1)" : titles[index] }
}
