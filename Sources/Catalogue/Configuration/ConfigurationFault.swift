/// One fault of the configuration, with its place.
package struct ConfigurationFault: Hashable, Sendable, CustomStringConvertible {
    /// The file as the user named it.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, from 1, counted in Unicode scalars.
    package let column: Int
    package let message: String

    /// The fault as compilers write it: `FILE:LINE:COLUMN: error: …`.
    package var description: String { "\(escaped(file)):\(line):\(column): error: \(message)" }
}
