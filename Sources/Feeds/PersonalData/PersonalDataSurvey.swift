/// Finds columns about persons in records of which nobody knows yet what they are.
///
/// A file that has one is put aside before a cell of it is quoted anywhere: only the place of the column is told.
struct PersonalDataSurvey {
    private var columns: [PersonalColumn] = []
    private var records = 0
    /// The first column, from 1, in whose header stands a citizen service number: the file has no header.
    private var numberInFirst: Int?

    private static let mostColumns = 500
    /// The header stands among so many records.
    private static let headerRecords = 20

    /// Takes in a record, headers and titles among them.
    mutating func note(_ record: borrowing Record) {
        if record.isEmptyLine { return }
        records += 1
        let bytes = record.bytes.span
        if records == 1, let place = PublishedHeader.contact(in: record) {
            while columns.count <= place { columns.append(PersonalColumn()) }
            columns[place].isOfPublisher = true
        }
        for field in 0..<min(record.fieldCount, Self.mostColumns) {
            let cell = Cell.trimmed(bytes, record.range(field))
            if cell.isEmpty { continue }
            while columns.count <= field { columns.append(PersonalColumn()) }
            columns[field].note(bytes, cell, mayBeHeader: records <= Self.headerRecords)
            if records == 1, numberInFirst == nil, CitizenNumber.bare(bytes, cell) != nil { numberInFirst = field + 1 }
        }
    }

    /// The place, from 1, of a column about persons; `nil` where none was seen.
    var column: Int? {
        if let numberInFirst { return numberInFirst }
        if let found = columns.firstIndex(where: { $0.holdsCitizenNumbers || $0.holdsMailAddresses }) {
            return found + 1
        }
        guard let day = columns.firstIndex(where: { $0.word == .birthDate && $0.days > 0 }) else { return nil }
        return (columns.firstIndex { $0.word == .name && $0.names > 0 } ?? day) + 1
    }

    /// Why the file is put aside; `nil` where no column is about persons.
    var fault: FileFault? { column.map { FileFault(.personalData, column: "\($0)") } }
}

extension PersonalDataSurvey {
    /// Looks through the first bytes of a file, whatever stands between its fields.
    static func fault(in head: [UInt8]) -> FileFault? {
        var record = Record()
        for separator in Separator.allCases.map(\.byte) + [UInt8(ascii: "|")] {
            var survey = PersonalDataSurvey()
            survey.read(head, CSVParser(separator: separator), &record)
            if let fault = survey.fault { return fault }
        }
        return nil
    }

    /// Reads as far as the structure holds.
    private mutating func read(_ head: [UInt8], _ parser: consuming CSVParser, _ record: inout Record) {
        var position = 0
        do throws(CSVFault) {
            while try parser.read(head, from: &position, into: &record) { note(record) }
            if try parser.finish(into: &record) { note(record) }
        } catch {
            // What was seen before it counts; the survey of the file says what is broken.
        }
    }
}
