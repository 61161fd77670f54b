package import Indicators

extension PlainForm {
    /// Reads the rows of a file in the plain form, second pass.
    ///
    /// It holds one chunk and one record at a time, whatever the size of the file.
    package struct Rows: RowReader {
        private var source: DecodedSource
        private var chunk: [UInt8] = []
        private var position = 0
        private var parser: CSVParser
        private var record = CSVRecord()
        private var recordsToSkip: Int
        private var isAtEnd = false
        private var interpreter: RowInterpreter

        /// Begins at the header, on a source that starts at the first byte again.
        package init(_ source: any ByteSource, dialect: FileDialect, layout: Layout, register: IndicatorRegister) {
            self.source = DecodedSource(source, encoding: dialect.encoding)
            parser = CSVParser(separator: dialect.separator.byte)
            recordsToSkip = dialect.recordsBeforeRows
            interpreter = RowInterpreter(layout: layout, dialect: dialect, register: register)
        }

        package mutating func next() throws -> RowOutcome? {
            do {
                while try readRecord() {
                    guard recordsToSkip == 0 else {
                        recordsToSkip -= 1
                        continue
                    }
                    return interpreter.outcome(of: record)
                }
                return nil
            } catch let fault as CSVFault {
                // The survey has seen the same bytes, so the file changed since: nothing behind this can be trusted.
                isAtEnd = true
                return .fault(RowFault(fault))
            }
        }

        private mutating func readRecord() throws -> Bool {
            while !isAtEnd {
                if try parser.read(chunk, from: &position, into: &record) { return true }
                guard let next = try source.nextChunk() else {
                    isAtEnd = true
                    return try parser.finish(into: &record)
                }
                chunk = next
                position = 0
            }
            return false
        }
    }
}

extension FileDialect {
    /// The rows of the file that was surveyed, read again from the start.
    package func rows(_ source: any ByteSource, register: IndicatorRegister) -> any RowReader {
        switch form {
        case .plain(let layout): PlainForm.Rows(source, dialect: self, layout: layout, register: register)
        }
    }
}
