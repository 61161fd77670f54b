package import Indicators

/// The plain form of the contract (design, "Measurement CSV"): one value a row.
package enum PlainForm {
    /// Where each column stands.
    package typealias Layout = ColumnLayout<PlainColumn>

    /// Reads the rows of a file in the plain form, second pass.
    package struct Rows: RowReader {
        private var records: RecordReader
        private var interpreter: PlainInterpreter

        /// Begins at the header, on a source that starts at the first byte again.
        package init(_ source: any ByteSource, dialect: FileDialect, layout: Layout, register: IndicatorRegister) {
            records = RecordReader(source, dialect: dialect)
            interpreter = PlainInterpreter(layout: layout, dialect: dialect, register: register)
        }

        package mutating func next() throws -> RowOutcome? {
            switch try records.advance() {
            case .record: interpreter.outcome(of: records.record)
            case .broken(let fault): .fault(RowFault(fault))
            case .end: nil
            }
        }
    }
}
