/// Gives the rows of a file one by one, whatever its form.
package protocol RowReader {
    /// The outcome of the next row; `nil` after the last. Throws what the source of the bytes throws.
    mutating func next() throws -> RowOutcome?
}
