/// Something that is no fault, but that a reader of the configuration should know.
package struct ConfigurationNote: Hashable, Sendable, CustomStringConvertible {
    /// The file as the user named it.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1, counted in Unicode scalars.
    package let column: Int
    package let message: String

    init(_ message: String, at place: Place) {
        file = place.file
        line = place.line
        column = place.column
        self.message = message
    }

    /// The note as compilers write it: `FILE:LINE:COLUMN: note: …`.
    package var description: String { "\(escaped(file)):\(line):\(column): note: \(message)" }
}
