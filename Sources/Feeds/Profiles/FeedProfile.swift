package import Indicators

/// What the configuration says of a kind of file that somebody supplies.
package struct FeedProfile: Hashable, Sendable {
    /// What happens to a file in which some rows are faulty.
    package enum FaultyRows: String, Hashable, Sendable, CaseIterable {
        /// Nothing of the file is taken in.
        case refuseFile = "refuse-file"
        /// The faulty rows are named in the receipt, the others are taken in.
        case setAside = "set-aside"
    }

    /// What happens to the rows of areas that are not watched.
    package enum OtherAreas: String, Hashable, Sendable, CaseIterable {
        /// They are passed over and counted: a table of all municipalities is taken in for the own one.
        case skip
        /// They are faults.
        case refuse
    }

    package let name: String
    /// The names of the files it is about; `nil`: every file whose header fits the schema.
    package let filePattern: Glob?
    /// `nil`: found out for each file.
    package let encoding: TextEncoding?
    /// `nil`: found out for each file.
    package let separator: Separator?
    /// `nil`: found out for each file.
    package let decimalSign: DecimalSign?
    package let faultyRows: FaultyRows
    package let otherAreas: OtherAreas
    /// `nil`: the files are in one of Peilwacht's own forms.
    package let schema: TableSchema?
    package let supplier: Supplier?
    /// How often a file comes; `nil` where nobody says.
    package let cadence: Cadence?
    /// Who gets the receipt of each file by mail; `nil`: nobody.
    package let receiptTo: String?
    /// Whether what it brings counts persons, whatever the indicators say.
    package let countsPersons: Bool

    package init(
        name: String,
        filePattern: Glob?,
        encoding: TextEncoding? = nil,
        separator: Separator? = nil,
        decimalSign: DecimalSign? = nil,
        faultyRows: FaultyRows = .refuseFile,
        otherAreas: OtherAreas = .skip,
        schema: TableSchema? = nil,
        supplier: Supplier? = nil,
        cadence: Cadence? = nil,
        receiptTo: String? = nil,
        countsPersons: Bool = false
    ) {
        self.countsPersons = countsPersons
        self.supplier = supplier
        self.cadence = cadence
        self.receiptTo = receiptTo
        self.name = name
        self.filePattern = filePattern
        self.encoding = encoding
        self.separator = separator
        self.decimalSign = decimalSign
        self.faultyRows = faultyRows
        self.otherAreas = otherAreas
        self.schema = schema
    }

    /// Whether the profile may be about a file of this name.
    package func mayBeAbout(_ name: FileName) -> Bool { filePattern?.matches(name) ?? true }
}
