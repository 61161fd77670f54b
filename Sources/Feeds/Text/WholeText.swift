/// A small file that is read as one text.
package enum WholeText {
    /// The bytes of the file as UTF-8, without byte order mark.
    ///
    /// - Parameter bytes: the file, in UTF-8 or Windows-1252.
    /// - Returns: the text; line ends are as they were.
    /// - Throws: what the file is instead of text, or where it is in neither encoding or damaged.
    package static func utf8(_ bytes: [UInt8]) throws(FileFault) -> [UInt8] {
        if let reason = FileKind.refusal(bytes) { throw FileFault(reason) }
        let isMarked = bytes.starts(with: ByteOrderMark.utf8)
        let body = isMarked ? Array(bytes.dropFirst(ByteOrderMark.utf8.count)) : bytes
        var scan = TextScan()
        scan.scan(body.span)
        scan.finish()
        if let (reason, offset) = fault(scan, isMarked: isMarked) {
            throw FileFault(reason, line: 1 + body.prefix(offset).lineEnds())
        }
        return scan.isUTF8 ? body : Windows1252.utf8(body)
    }

    private static func fault(_ scan: TextScan, isMarked: Bool) -> (IntakeReason, offset: Int)? {
        if let offset = scan.firstNUL { return (.nulByte, offset) }
        guard let invalid = scan.firstInvalid else { return scan.firstReplacement.map { (.damagedText, $0) } }
        if isMarked { return (.encodingNotReadable, invalid) }
        if scan.mixed != nil { return (.encodingMixed, invalid) }
        return scan.firstUndefined.map { (.encodingNotReadable, max(invalid, $0)) }
    }
}

extension WholeText {
    /// One record of a text whose cells are separated, with the line on which it begins.
    package struct Record: Hashable, Sendable {
        /// The line, from 1.
        package let line: Int
        /// The cells, without their quotes.
        package let fields: [String]
    }

    /// Splits a text in records, as RFC 4180 says.
    ///
    /// - Parameters:
    ///   - utf8: the text.
    ///   - separator: what stands between its cells.
    /// - Returns: the records up to the first that cannot be read, and why that one cannot; empty lines are left out.
    package static func records(of utf8: [UInt8], separator: Separator) -> (records: [Record], fault: FileFault?) {
        var parser = CSVParser(separator: separator.byte)
        var record = Feeds.Record()
        var records: [Record] = []
        do throws(CSVFault) {
            var position = 0
            while try parser.read(utf8, from: &position, into: &record) { note(record, in: &records) }
            if try parser.finish(into: &record) { note(record, in: &records) }
            return (records, nil)
        } catch {
            return (records, FileFault(error))
        }
    }

    private static func note(_ record: Feeds.Record, in records: inout [Record]) {
        if !record.isEmptyLine { records.append(Record(line: record.line, fields: record.texts)) }
    }
}
