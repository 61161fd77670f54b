package import Indicators

/// The form in which milestones are reported: one report a row, of one milestone as it stood on one day.
package enum MilestoneForm {
    /// Where each column stands.
    package typealias Layout = ColumnLayout<MilestoneColumn>

    /// Reads the rows of a file in the milestone form, second pass.
    package struct Rows: RowReader {
        private var records: RecordReader
        private var interpreter: MilestoneInterpreter

        /// Begins at the header, on a source that starts at the first byte again.
        package init(_ source: any ByteSource, dialect: FileDialect, layout: Layout, register: IndicatorRegister) {
            records = RecordReader(source, dialect: dialect)
            interpreter = MilestoneInterpreter(layout: layout, dialect: dialect, register: register)
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
