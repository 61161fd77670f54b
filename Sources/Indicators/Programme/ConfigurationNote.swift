/// Something that is no fault, but that a reader of the configuration should know, with its place.
package struct ConfigurationNote: Hashable, Sendable {
    /// The file as the user named it.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1, counted in Unicode scalars.
    package let column: Int
    package let contradiction: Contradiction

    package init(_ contradiction: Contradiction, file: String, line: Int, column: Int) {
        self.contradiction = contradiction
        self.file = file
        self.line = line
        self.column = column
    }
}
