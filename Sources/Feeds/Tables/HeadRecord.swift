internal import Indicators

/// A record at the start of a file, before it is known what it is: a title, a header, or already a row.
struct HeadRecord: Equatable {
    let line: Int
    let texts: [String]
    /// Whether each cell stood in quotation marks.
    let areQuoted: [Bool]

    /// Whether there is nothing in it.
    var isEmpty: Bool { texts.allSatisfy(\.isEmpty) }

    /// The number of cells up to the last that is not empty.
    var width: Int { (texts.lastIndex { !$0.isEmpty } ?? -1) + 1 }

    /// The records that the head of a file has with one separator, up to `limit`.
    ///
    /// What is broken ends them: whoever reads the whole file tells of it.
    static func all(
        in head: [UInt8],
        _ separator: Separator,
        _ encoding: TextEncoding,
        isWholeFile: Bool,
        limit: Int = 60
    ) -> [HeadRecord] {
        var parser = CSVParser(separator: separator.byte)
        var record = Record()
        var position = 0
        var records: [HeadRecord] = []
        while records.count < limit {
            guard let isWhole = try? parser.read(head, from: &position, into: &record) else { return records }
            if !isWhole {
                if isWholeFile, (try? parser.finish(into: &record)) == true {
                    records.append(HeadRecord(record, encoding))
                }
                return records
            }
            records.append(HeadRecord(record, encoding))
        }
        return records
    }

    init(line: Int, texts: [String], areQuoted: [Bool]? = nil) {
        self.line = line
        self.texts = texts
        self.areQuoted = areQuoted ?? texts.map { _ in false }
    }

    private init(_ record: borrowing Record, _ encoding: TextEncoding) {
        line = record.line
        var texts: [String] = []
        var quoted: [Bool] = []
        for field in 0..<record.fieldCount {
            texts.append(encoding.text(record.bytes[record.range(field)]).trimmed)
            quoted.append(record.isQuoted(field))
        }
        self.texts = texts
        areQuoted = quoted
    }
}
