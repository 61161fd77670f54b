internal import Indicators

/// Finds the header at the start of a file, and with it the separator, the form and its columns.
struct HeaderSurvey {
    let encoding: TextEncoding
    let separator: Separator
    let form: FileForm
    /// The records up to and including the header.
    let records: Int
    /// The line of the header, in a sheet its row.
    var line: Int { records }
    /// The profile that the file is read by; `nil` without one.
    let profile: FeedProfile?
    /// Whether the lines are rows of a sheet, in which numbers have no quotation marks.
    let isSheet: Bool

    /// A header as one separator would have it.
    private struct Candidate {
        let separator: Separator
        let names: [String]
        let line: Int
        let records: Int

        var plain: FormHeader<PlainColumn> { FormHeader(names) }
        var milestone: FormHeader<MilestoneColumn> { FormHeader(names) }

        /// Whether it has one cell at most, and is no header.
        var isTitle: Bool {
            guard names.count(where: { !$0.isEmpty }) <= 1 else { return false }
            return !names.contains {
                Self.mayBegin($0) && (PlainColumn.meant(by: $0) != nil || MilestoneColumn.meant(by: $0) != nil)
            }
        }

        /// Whether a text begins as a name of a column does: of the rows of a file, each of which is asked where it has one
        /// cell only, few do.
        private static func mayBegin(_ text: String) -> Bool {
            var start = text.utf8.prefix(2).map(ASCII.lowercased)
            guard start.count == 2, start.allSatisfy({ $0 < 0x80 }) else { return true }
            if !(0x61...0x7A).contains(start[1]) { start.removeLast() }
            return beginnings.contains(start)
        }

        private static let beginnings: Set<[UInt8]> = {
            let names = [
                Array(PlainColumn.byName.keys), Array(PlainColumn.otherNames.keys), Array(MilestoneColumn.byName.keys),
                Array(MilestoneColumn.otherNames.keys),
            ]
            return Set(names.joined().flatMap { name in [Array(name.utf8.prefix(1)), Array(name.utf8.prefix(2))] })
        }()

        /// Whether its one cell has whole cells with quotation marks of their own in it.
        var isWholeLine: Bool {
            Separator.allCases.contains { names[0].contains("\"\(UnicodeScalar($0.byte))\"") }
        }

        /// The number of names that are known, in the form that knows most of them.
        var known: Int { max(plain.known, milestone.known) }
    }

    /// Reads the header from the first bytes of the file, without byte order mark.
    init(_ head: FileHead, profiles: [FeedProfile]) throws(FileFault) {
        encoding = head.encoding
        isSheet = head.container.sheet != nil
        let stated = if let separator = head.separator { separator } else { try Self.stated(head.bytes) }
        let search = TableSearch(head, stated: stated, profiles: profiles)
        if let fault = search.fault { throw fault }
        if let table = search.best {
            profile = table.profile
            separator = table.separator
            records = table.header.records
            form = .table(table.header.layout)
            return
        }
        let own = profiles.first { $0.schema == nil }
        let separators = stated.map { [$0] } ?? own?.separator.map { [$0] } ?? Separator.allCases
        let candidate = try Self.best(head.bytes, separators, head.encoding)
        profile = own
        separator = candidate.separator
        records = candidate.records
        form = try Self.form(of: candidate) {
            ForeignTable.fault(head, stated: stated ?? own?.separator, profiles: profiles)
        }
    }

    /// The separator that a first line `sep=;` states, as Excel writes and reads it.
    private static func stated(_ head: [UInt8]) throws(FileFault) -> Separator? {
        let breaks = head.prefix { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }.count
        let line = head.dropFirst(breaks).prefix { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
        let bare = line.filter { $0 != ASCII.quote }
        guard bare.prefix(4).map(ASCII.lowercased).elementsEqual("sep=".utf8) else { return nil }
        if bare.count == 5, let separator = Separator.allCases.first(where: { $0.byte == bare[4] }) { return separator }
        throw FileFault(.separatorNotSupported, line: 1, cell: String(decoding: bare.prefix(40), as: UTF8.self))
    }

    /// The header in which most names are known, and then the one with most columns.
    private static func best(
        _ head: [UInt8],
        _ separators: [Separator],
        _ encoding: TextEncoding
    ) throws(FileFault) -> Candidate {
        var best: Candidate?
        var fault: CSVFault?
        for separator in separators {
            do {
                guard let found = try read(head, separator, encoding) else { continue }
                if let leading = best, (leading.known, leading.names.count) >= (found.known, found.names.count) {
                    continue
                }
                best = found
            } catch {
                fault = fault ?? error
            }
        }
        if let best { return best }
        throw fault.map { FileFault($0) } ?? FileFault(.emptyFile)
    }

    /// So many records may stand above the rows, empty ones and titles among them.
    private static let mostRecords = 1000

    private static func read(
        _ head: [UInt8],
        _ separator: Separator,
        _ encoding: TextEncoding
    ) throws(CSVFault) -> Candidate? {
        var parser = CSVParser(separator: separator.byte)
        var record = Record()
        var position = 0
        var records = 0
        var title: Candidate?
        while records < mostRecords {
            var isWhole = try parser.read(head, from: &position, into: &record)
            if !isWhole { isWhole = try parser.finish(into: &record) }
            guard isWhole else { break }
            records += 1
            let names = (0..<record.fieldCount).map { encoding.text(record.bytes[record.range($0)]).trimmed }
            if record.isEmptyLine || names[0].lowercased().hasPrefix("sep=") { continue }
            let found = Candidate(separator: separator, names: names, line: record.line, records: records)
            // Spreadsheets have a title above their table.
            guard found.isTitle else { return found }
            title = title ?? found
        }
        return title
    }
}

extension HeaderSurvey {
    /// The form that is meant with its columns, or every fault in the header.
    private static func form(
        of header: Candidate,
        orElse foreign: () -> FileFault?
    ) throws(FileFault) -> FileForm {
        let (plain, milestone) = (header.plain, header.milestone)
        if isMilestone(milestone, rather: plain) { return .milestone(try milestone.layout(line: header.line)) }
        // Columns of the same name, such as perioden, stand in tables of others too.
        if !plain.names(.indicator), let fault = foreign(), !fault.isOfAnyTable { throw fault }
        guard plain.isMeant else { throw foreign() ?? unrecognised(header) }
        return .plain(try plain.layout(line: header.line))
    }

    /// Whether the header is meant as the milestone form: the column that names what a row is about decides, and where
    /// that is misspelt, the form that more of the names look like.
    private static func isMilestone(
        _ milestone: FormHeader<MilestoneColumn>,
        rather plain: FormHeader<PlainColumn>
    ) -> Bool {
        if plain.names(.indicator) { return false }
        if milestone.names(.milestone) { return true }
        return milestone.isMeant && (!plain.isMeant || milestone.likeness > plain.likeness)
    }

    private static func unrecognised(_ header: Candidate) -> FileFault {
        FileFault(
            header.names.count > 1 ? .headerNotRecognised : header.isWholeLine ? .linesInQuotes : .notACSV,
            line: header.line,
            cell: header.names.joined(
                separator: header.separator == .tab ? " " : String(UnicodeScalar(header.separator.byte))
            )
        )
    }
}
