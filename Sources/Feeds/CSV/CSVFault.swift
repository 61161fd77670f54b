/// What makes a CSV file unreadable from some line on.
package enum CSVFault: Error, Hashable, Sendable {
    /// The quote that was opened on the line is never closed.
    case unterminatedQuote(line: Int)
    /// Something other than a separator or a line end follows a closing quote.
    case textAfterQuote(line: Int)
    /// The quote that was opened on the line holds a piece of the file instead of a cell.
    case swallowedRows(line: Int)
    case recordTooLong(line: Int)
    case tooManyColumns(line: Int)
}

extension FileFault {
    init(_ fault: CSVFault) {
        self.init(RowFault(fault))
    }
}

extension RowFault {
    /// A fault in the structure, as a fault of the file.
    init(_ fault: CSVFault) {
        switch fault {
        case .unterminatedQuote(let line): self.init(.unterminatedQuote, line: line)
        case .textAfterQuote(let line): self.init(.textAfterQuote, line: line)
        case .swallowedRows(let line): self.init(.swallowedRows, line: line)
        case .recordTooLong(let line): self.init(.recordTooLong, line: line)
        case .tooManyColumns(let line): self.init(.tooManyColumns, line: line)
        }
    }
}
