/// The first look at a file, which settles encoding, separator, columns and decimal sign for the file as a whole.
///
/// It takes the bytes as they go by, so that whoever reads them may do more with them. First the head of the file is
/// gathered, then the rest goes by in chunks.
package struct FileSurvey {
    private let profiles: [FeedProfile]
    private let fileName: FileName?
    package let container: TableContainer
    private let codes: Codebook
    /// The encoding that a byte order mark or else the profile states.
    private var declared: TextEncoding?
    private var head: [UInt8] = []
    private var scan = TextScan()
    private var rows: RowSurvey?
    /// The first lines of a text file, as they are written; empty before its head was read, and of one about persons.
    package private(set) var firstLines: [String] = []
    /// Why the file cannot be read.
    private var fault: FileFault?
    /// The offset in the file and the line at which the current chunk begins.
    private var place = (offset: 0, line: 1, isBehindReturn: false)
    /// The line of the first byte that is not UTF-8.
    private var lineOfInvalid: Int?

    /// The header must fit in so many bytes.
    private static let headSize = 65_536

    /// Begins before the first byte, with the profiles that may be about the file, and what it is called.
    ///
    /// Of what is no text file, the lines of its table are to be given, and what holds them; of a bundle what its codes
    /// stand for as well.
    package init(
        profiles: [FeedProfile] = [],
        fileName: FileName? = nil,
        container: TableContainer = .text,
        codes: Codebook = Codebook()
    ) {
        self.profiles = profiles
        self.fileName = fileName
        self.container = container
        self.codes = codes
        declared = container.sheet == nil ? profiles.named?.encoding : .utf8
    }

    /// The profile that the file is read by; before its header was seen, the first that is about files of its name.
    package var profile: FeedProfile? { rows == nil ? profiles.named : rows?.header.profile }

    /// Takes in the next bytes of the file; of one that cannot be read, the rest tells nothing more.
    package mutating func take(_ chunk: [UInt8]) {
        guard fault == nil else { return }
        do {
            try look(at: chunk)
        } catch {
            fault = error
        }
    }

    /// How the file is written, after its last byte.
    ///
    /// What the profile declares is believed, and not looked for. Throws what cannot be settled, is of another kind or is
    /// broken.
    package mutating func finish() throws(FileFault) -> FileDialect {
        do {
            return try settled()
        } catch {
            let fault = container.sheet.map { error.of($0).inSheet(rows?.header.form) } ?? error
            throw fault.ofFile(takenFor: (rows?.header.form).map { Recognition($0) })
        }
    }

    private mutating func settled() throws(FileFault) -> FileDialect {
        if let personal = rows?.personal.fault { throw forgetting(personal) }
        if let fault { throw fault }
        if rows == nil { try begin(isWholeFile: true) }
        scan.finish()
        try checkText([])
        guard var rows else { throw FileFault(.emptyFile) }
        if let personal = rows.personal.fault { throw forgetting(personal) }
        try rows.finish()
        let encoding = declared ?? (scan.isUTF8 ? .utf8 : .windows1252)
        if let merged = container.sheet?.notes.merges.first(where: { $0.isBelow(rows.header.line) }) {
            throw FileFault(.mergedRows, line: merged.rows.lowerBound, cell: merged.description)
        }
        if case .table(let layout) = rows.header.form, layout.form == .odata4, container != .bundle {
            throw FileFault(.codesMissing)
        }
        let sign = try DecimalSettlement(rows, encoding: encoding)
        return FileDialect(
            encoding: encoding,
            isEncodingAssumed: encoding == .windows1252 && declared == nil,
            separator: rows.header.separator,
            decimalSign: sign.sign,
            isDecimalSignDeclared: sign.isDeclared,
            form: try rows.form(with: codes),
            recordsBeforeRows: rows.header.records,
            container: container,
            days: rows.days.days
        )
    }

    /// The fault of a file about persons, of which nothing is to be quoted.
    private mutating func forgetting(_ fault: FileFault) -> FileFault {
        firstLines = []
        return fault
    }

    private mutating func look(at chunk: [UInt8]) throws(FileFault) {
        guard rows == nil else { return try read(chunk) }
        head += chunk
        if head.count >= Self.headSize { try begin(isWholeFile: false) }
    }

    private mutating func begin(isWholeFile: Bool) throws(FileFault) {
        if container.sheet == nil, let reason = FileKind.refusal(head) { throw FileFault(reason) }
        var body = head
        if head.starts(with: ByteOrderMark.utf8) {
            declared = .utf8
            body.removeFirst(ByteOrderMark.utf8.count)
        }
        head = []
        // Before a cell is quoted anywhere.
        if let personal = PersonalDataSurvey.fault(in: body) { throw personal }
        scan.scan(body.span)
        try checkText(body)
        let encoding = declared ?? (scan.isUTF8 ? .utf8 : .windows1252)
        if container.sheet == nil { firstLines = encoding.firstLines(of: body) }
        var start = FileHead(bytes: body, encoding: encoding, fileName: fileName, isWholeFile: isWholeFile)
        start.container = container
        rows = RowSurvey(try HeaderSurvey(start, profiles: profiles))
        try parse(body)
    }

    private mutating func read(_ chunk: [UInt8]) throws(FileFault) {
        scan.scan(chunk.span)
        try checkText(chunk)
        try parse(chunk)
    }

    private mutating func parse(_ chunk: [UInt8]) throws(FileFault) {
        try rows?.read(chunk)
        place = (place.offset + chunk.count, rows?.line ?? 1, chunk.last == ASCII.carriageReturn)
    }

    /// Refuses text that no encoding fits, as soon as that shows.
    private mutating func checkText(_ chunk: [UInt8]) throws(FileFault) {
        if let offset = scan.firstNUL { throw FileFault(.nulByte, line: line(of: offset, in: chunk)) }
        if scan.isUTF8, let offset = scan.firstReplacement {
            throw FileFault(.damagedText, line: line(of: offset, in: chunk))
        }
        if lineOfInvalid == nil, let offset = scan.firstInvalid { lineOfInvalid = line(of: offset, in: chunk) }
        if declared == nil, scan.mixed != nil { throw FileFault(.encodingMixed, line: lineOfInvalid) }
        guard let offset = unreadable else { return }
        throw FileFault(.encodingNotReadable, line: line(of: offset, in: chunk))
    }

    /// Where it shows that the text is in none of the encodings that it may be in.
    private var unreadable: Int? {
        switch declared {
        case .utf8: scan.firstInvalid
        case .windows1252: scan.firstUndefined
        case nil:
            if let invalid = scan.firstInvalid, let undefined = scan.firstUndefined {
                max(invalid, undefined)
            } else {
                nil
            }
        }
    }

    private func line(of offset: Int, in chunk: [UInt8]) -> Int {
        place.line + chunk.prefix(offset - place.offset).lineEnds(behindReturn: place.isBehindReturn)
    }
}

extension FileFault {
    /// The fault in the words for a workbook: a sheet is no text that could be saved otherwise.
    fileprivate func of(_ sheet: SheetOrigin) -> FileFault {
        guard reason == .notACSV else { return self }
        return FileFault(
            .noTableInSheet,
            cell: sheet.name,
            detail: sheet.others == 0 ? .sheets([], withFigures: nil, isOwnForm: false) : nil
        )
    }
}

extension [FeedProfile] {
    /// The first that is about files of a name; of the others only a header can say that they are meant.
    fileprivate var named: FeedProfile? { first { $0.filePattern != nil } }
}
