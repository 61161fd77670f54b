import Feeds
import Testing

/// A record as a test compares it.
struct Row: Equatable, CustomStringConvertible {
    let line: Int
    let fields: [String]

    init(_ line: Int, _ fields: [String]) {
        self.line = line
        self.fields = fields
    }

    var description: String { "\(line): \(fields)" }
}

private func parse(
    _ bytes: [UInt8],
    separator: UInt8 = UInt8(ascii: ","),
    chunkSize: Int,
    limits: CSVLimits = CSVLimits()
) throws(CSVFault) -> [Row] {
    var parser = CSVParser(separator: separator, limits: limits)
    var record = Record(limits: limits)
    var rows: [Row] = []
    for start in stride(from: 0, to: bytes.count, by: chunkSize) {
        let chunk = Array(bytes[start..<min(start + chunkSize, bytes.count)])
        var position = 0
        while try parser.read(chunk, from: &position, into: &record) { rows.append(Row(record.line, record.texts)) }
    }
    if try parser.finish(into: &record) { rows.append(Row(record.line, record.texts)) }
    return rows
}

private func fault(_ bytes: [UInt8], chunkSize: Int, limits: CSVLimits = CSVLimits()) -> CSVFault? {
    do {
        _ = try parse(bytes, chunkSize: chunkSize, limits: limits)
        return nil
    } catch {
        return error
    }
}

@Suite("CSV")
struct CSVParserTests {
    /// The cases of csv-spectrum (max ogden, BSD-2-Clause), with the rows that it expects.
    static let spectrum: [(String, [Row])] = [
        (
            "first,last,address,city,zip\nJohn,Doe,120 any st.,\"Anytown, WW\",08123",
            [
                Row(1, ["first", "last", "address", "city", "zip"]),
                Row(2, ["John", "Doe", "120 any st.", "Anytown, WW", "08123"]),
            ]
        ),
        ("a,b,c\n1,\"\",\"\"\n2,3,4", [Row(1, ["a", "b", "c"]), Row(2, ["1", "", ""]), Row(3, ["2", "3", "4"])]),
        (
            "a,b,c\r\n1,\"\",\"\"\r\n2,3,4",
            [Row(1, ["a", "b", "c"]), Row(2, ["1", "", ""]), Row(3, ["2", "3", "4"])]
        ),
        (
            "a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n",
            [Row(1, ["a", "b"]), Row(2, ["1", "ha \"ha\" ha"]), Row(3, ["3", "4"])]
        ),
        (
            "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [102.0, 0.5]}\"\n",
            [Row(1, ["key", "val"]), Row(2, ["1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"])]
        ),
        (
            "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
            [
                Row(1, ["a", "b", "c"]), Row(2, ["1", "2", "3"]), Row(3, ["Once upon \na time", "5", "6"]),
                Row(5, ["7", "8", "9"]),
            ]
        ),
        (
            "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n",
            [
                Row(1, ["a", "b", "c"]), Row(2, ["1", "2", "3"]), Row(3, ["Once upon \r\na time", "5", "6"]),
                Row(5, ["7", "8", "9"]),
            ]
        ),
        (
            "a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n3,4\n",
            [Row(1, ["a", "b"]), Row(2, ["1", "ha \n\"ha\" \nha"]), Row(5, ["3", "4"])]
        ),
        ("a,b,c\n1,2,3\n", [Row(1, ["a", "b", "c"]), Row(2, ["1", "2", "3"])]),
        ("a,b,c\r\n1,2,3\r\n", [Row(1, ["a", "b", "c"]), Row(2, ["1", "2", "3"])]),
        ("a,b,c\n1,2,3\n4,5,ʤ", [Row(1, ["a", "b", "c"]), Row(2, ["1", "2", "3"]), Row(3, ["4", "5", "ʤ"])]),
    ]

    @Test("reads csv-spectrum as it expects, in chunks of every size", arguments: spectrum, chunkSizes)
    func readsSpectrum(_ example: (text: String, rows: [Row]), chunkSize: Int) throws {
        #expect(try parse(bytes(example.text), chunkSize: chunkSize) == example.rows)
    }

    static let corners: [(String, [Row])] = [
        ("", []),
        ("a", [Row(1, ["a"])]),
        (",", [Row(1, ["", ""])]),
        ("a,", [Row(1, ["a", ""])]),
        ("\n\na\n", [Row(1, [""]), Row(2, [""]), Row(3, ["a"])]),
        ("a\rb\rc", [Row(1, ["a"]), Row(2, ["b"]), Row(3, ["c"])]),
        ("a\r\n\r\nb", [Row(1, ["a"]), Row(2, [""]), Row(3, ["b"])]),
        ("a\n\rb", [Row(1, ["a"]), Row(2, [""]), Row(3, ["b"])]),
        ("\"a\r\r\nb\"\nc", [Row(1, ["a\r\r\nb"]), Row(4, ["c"])]),
        ("\"\"", [Row(1, [""])]),
        ("\"\"\"\"", [Row(1, ["\""])]),
        ("\"a\",\"b\"\n", [Row(1, ["a", "b"])]),
        ("a\"b,5\" buis\n", [Row(1, ["a\"b", "5\" buis"])]),
        (" \"a\",b", [Row(1, [" \"a\"", "b"])]),
        ("\"\u{301}a\",b", [Row(1, ["\u{301}a", "b"])]),
        ("a\u{301},b", [Row(1, ["a\u{301}", "b"])]),
    ]

    @Test("reads corner cases, in chunks of every size", arguments: corners, chunkSizes)
    func readsCorners(_ example: (text: String, rows: [Row]), chunkSize: Int) throws {
        #expect(try parse(bytes(example.text), chunkSize: chunkSize) == example.rows)
    }

    static let broken: [(String, CSVFault)] = [
        ("a\n\"b\nc\nd", .unterminatedQuote(line: 2)),
        ("a\n\"b\"c", .textAfterQuote(line: 2)),
        ("a\n\"b\n\" ,c", .textAfterQuote(line: 3)),
        ("a,\"", .unterminatedQuote(line: 1)),
        ("\"\u{301}", .unterminatedQuote(line: 1)),
    ]

    @Test("names what is broken with its line", arguments: broken, chunkSizes)
    func namesFaults(_ example: (text: String, fault: CSVFault), chunkSize: Int) {
        #expect(fault(bytes(example.text), chunkSize: chunkSize) == example.fault)
    }

    @Test("refuses a file that was swallowed into one cell", arguments: chunkSizes)
    func swallowed(chunkSize: Int) {
        let rows = (1...300).map { "\"\"Dronten\"\",\($0),12,5" }.joined(separator: "\n")
        #expect(fault(bytes("naam,n\n\"\(rows)\"\n"), chunkSize: chunkSize) == .swallowedRows(line: 2))
    }

    @Test("keeps a long note with line breaks but without separators")
    func longNote() throws {
        let note = String(repeating: "regel\n", count: 2000)
        #expect(try parse(bytes("\"\(note)\",1"), chunkSize: 4096) == [Row(1, [note, "1"])])
    }

    @Test("refuses what is too large", arguments: chunkSizes)
    func tooLarge(chunkSize: Int) {
        var limits = CSVLimits()
        limits.recordBytes = 10
        limits.columns = 3
        #expect(fault(bytes("a,b,c\n0123,5678,9\n"), chunkSize: chunkSize, limits: limits) == nil)
        #expect(fault(bytes("a\n01234567890"), chunkSize: chunkSize, limits: limits) == .recordTooLong(line: 2))
        #expect(fault(bytes("\"01234567890\""), chunkSize: chunkSize, limits: limits) == .recordTooLong(line: 1))
        #expect(fault(bytes("a\n1,2,3,4\n"), chunkSize: chunkSize, limits: limits) == .tooManyColumns(line: 2))
    }

    @Test("takes a line of 64 kB and no more")
    func longestLine() {
        let longest = String(repeating: "x", count: 65_536)
        #expect(fault(bytes(longest + "\n"), chunkSize: 4096) == nil)
        #expect(fault(bytes(longest + "x\n"), chunkSize: 4096) == .recordTooLong(line: 1))
        let columns = String(repeating: ",", count: 999)
        #expect(fault(bytes(columns), chunkSize: 4096) == nil)
        #expect(fault(bytes(columns + ","), chunkSize: 4096) == .tooManyColumns(line: 1))
    }
}
