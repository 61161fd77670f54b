internal import Indicators

/// Finds the header at the start of a file, and with it the separator and the columns.
struct HeaderSurvey {
    let separator: Separator
    let layout: PlainForm.Layout
    /// The records up to and including the header.
    let records: Int

    /// A header as one separator would have it.
    private struct Candidate {
        let separator: Separator
        let names: [String]
        let line: Int
        let records: Int

        private var columns: [PlainColumn] { names.compactMap(PlainColumn.init(named:)) }

        var known: Int { columns.count }

        /// Whether this is meant as the plain form: it has two of the required columns, or half of its names are known but
        /// for a typing error.
        var isPlain: Bool {
            if PlainColumn.required.filter(columns.contains).count > 1 { return true }
            let used = names.filter { !$0.isEmpty }
            let near = used.filter { NearestName.find($0, in: PlainColumn.names) != nil }
            return known > 0 && near.count * 2 >= used.count
        }
    }

    /// Reads the header from the first bytes of the file, without byte order mark; the separator may be declared.
    init(_ head: [UInt8], declared: Separator?, encoding: TextEncoding) throws(FileFault) {
        let separators = try Self.stated(head).map { [$0] } ?? declared.map { [$0] } ?? Separator.allCases
        let candidate = try Self.best(head, separators, encoding)
        separator = candidate.separator
        records = candidate.records
        layout = PlainForm.Layout(columns: try Self.columns(candidate))
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

    private static func read(
        _ head: [UInt8],
        _ separator: Separator,
        _ encoding: TextEncoding
    ) throws(CSVFault) -> Candidate? {
        var parser = CSVParser(separator: separator.byte)
        var record = CSVRecord()
        var position = 0
        var records = 0
        while true {
            var isWhole = try parser.read(head, from: &position, into: &record)
            if !isWhole { isWhole = try parser.finish(into: &record) }
            guard isWhole else { return nil }
            records += 1
            let names = (0..<record.fieldCount).map { encoding.text(record.bytes[record.range($0)]).trimmed }
            if record.isEmptyLine || names[0].lowercased().hasPrefix("sep=") { continue }
            return Candidate(separator: separator, names: names, line: record.line, records: records)
        }
    }
}

extension HeaderSurvey {
    /// The columns of the header, or every fault in it.
    private static func columns(_ header: Candidate) throws(FileFault) -> [PlainColumn?] {
        let names = header.names
        guard header.isPlain else { throw unrecognised(header) }
        let used = names.lastIndex { !$0.isEmpty } ?? 0
        let columns = names.map(PlainColumn.init(named:))
        var faults: [RowFault] = []
        for (index, name) in names[...used].enumerated() {
            if let fault = fault(name, columns[index], before: columns[..<index], line: header.line) {
                faults.append(fault)
            }
        }
        for column in PlainColumn.required where !columns.contains(column) {
            faults.append(RowFault(.missingColumn, line: header.line, column: column.dutch))
        }
        guard let first = faults.first else { return columns }
        throw FileFault(first, Array(faults.dropFirst()))
    }

    private static func unrecognised(_ header: Candidate) -> FileFault {
        FileFault(
            header.names.count > 1 ? .headerNotRecognised : .notACSV,
            line: header.line,
            cell: header.names.joined(
                separator: header.separator == .tab ? " " : String(UnicodeScalar(header.separator.byte))
            )
        )
    }

    private static func fault(
        _ name: String,
        _ column: PlainColumn?,
        before: ArraySlice<PlainColumn?>,
        line: Int
    ) -> RowFault? {
        guard let column else {
            let nearest = NearestName.find(name, in: PlainColumn.names).map(FaultDetail.nearest)
            return RowFault(.unknownColumn, line: line, cell: name, detail: nearest)
        }
        return before.contains(column) ? RowFault(.doubledColumn, line: line, column: column.dutch, cell: name) : nil
    }
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
