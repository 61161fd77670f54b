package import Indicators

/// What one column of a supplier's table, or several of one sort, mean.
package struct TableField: Hashable, Sendable {
    /// What the cells of a column say of the value in their row.
    package enum Role: Hashable, Sendable {
        /// In which area it was measured. Rows of other areas than the wanted ones are passed over; without any, those of
        /// all areas that are watched count.
        case area(wanted: Set<AreaCode>)
        /// Of which period it is.
        case period
        /// Which quarter, month, half year or week it is of, of the year that another column, or the title, says.
        case periodPart
        /// A property of which one member is wanted, under one of several names: rows of other members are passed over.
        case dimension(pin: [String])
        /// A property by which the indicator is broken down (`leeftijd`), with the part that each member stands for; a
        /// member that stands for nothing (an empty part) is the total. Rows of other members are passed over.
        case breakdown(name: String, members: [String: String])
        /// Which indicator it is of: rows of other members are passed over.
        case indicator(members: [String: Measure])
        /// A value.
        case measure(Measure)
        /// Values of one indicator, in columns whose titles name the period.
        case measureByPeriod(Measure)
        /// Whether a row gives the value or a bound of its interval.
        case margins(Margins)
        case lowerBound
        case upperBound
        case status
        case sampleSize
        case source
        case note
        /// Nothing that counts.
        case ignored
    }

    /// The names of the column in the header, of which the file has one.
    ///
    /// Of a topic of OData 3 the stem will do
    /// (`Eenzaam` for `Eenzaam_27`): the number behind it changes with every edition.
    package let titles: [String]
    /// The same as they are compared, made once: every file is held against every profile.
    let foldedTitles: [String]
    /// The place of a column without a name, from 1; `nil`: it is found by its title.
    package let position: Int?
    package let role: Role
    /// Whether a file may be without it.
    package let isOptional: Bool

    package init(titles: [String], position: Int? = nil, role: Role, isOptional: Bool = false) {
        self.titles = titles
        foldedTitles = titles.map(ColumnTitle.folded)
        self.position = position
        self.role = role
        self.isOptional = isOptional
    }
}
