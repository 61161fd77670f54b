/// What the configuration says of a kind of file that somebody supplies.
package struct FeedProfile: Hashable, Sendable {
    /// What happens to a file in which some rows are faulty.
    package enum FaultyRows: String, Hashable, Sendable, CaseIterable {
        /// Nothing of the file is taken in.
        case refuseFile = "refuse-file"
        /// The faulty rows are named in the receipt, the others are taken in.
        case setAside = "set-aside"
    }

    package let name: String
    /// The names of the files it is about.
    package let filePattern: Glob
    /// `nil`: found out for each file.
    package let encoding: TextEncoding?
    /// `nil`: found out for each file.
    package let separator: Separator?
    /// `nil`: found out for each file.
    package let decimalSign: DecimalSign?
    package let faultyRows: FaultyRows

    package init(
        name: String,
        filePattern: Glob,
        encoding: TextEncoding? = nil,
        separator: Separator? = nil,
        decimalSign: DecimalSign? = nil,
        faultyRows: FaultyRows = .refuseFile
    ) {
        self.name = name
        self.filePattern = filePattern
        self.encoding = encoding
        self.separator = separator
        self.decimalSign = decimalSign
        self.faultyRows = faultyRows
    }
}
