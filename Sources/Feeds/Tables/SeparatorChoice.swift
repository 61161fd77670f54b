internal import Indicators

/// Which character parts the cells of a table that nobody has described.
///
/// The one with which the table is in the most special form; then the one with which the fewest rows keep another one
/// within a cell, since a decimal comma parts a number and no cells; then the one with most columns.
struct SeparatorChoice {
    let separator: Separator
    let recognition: TableRecognition
    let records: [HeadRecord]

    private static let sample = 60

    /// `nil` where no table is recognised with any of them.
    init?(_ head: FileHead, stated: Separator? = nil, limit: Int = sample) {
        var best: SeparatorChoice?
        for separator in (stated ?? head.separator).map({ [$0] }) ?? Separator.allCases {
            guard let found = SeparatorChoice(head, separator, limit) else { continue }
            if best.map({ $0.rank < found.rank }) ?? true { best = found }
        }
        guard let best else { return nil }
        self = best
    }

    private init?(_ head: FileHead, _ separator: Separator, _ limit: Int) {
        records = HeadRecord.all(in: head.bytes, separator, head.encoding, isWholeFile: head.isWholeFile, limit: limit)
        guard let recognition = TableRecognition(Array(records.prefix(Self.sample))) else { return nil }
        self.separator = separator
        self.recognition = recognition
    }

    private var rank: (form: Int, whole: Int, columns: Int) {
        let torn = records.prefix(Self.sample).count(where: hasOtherSeparator)
        return (Self.rank(recognition.form), -torn, records[recognition.header].texts.count)
    }

    /// Whether some cell has what looks like another separator in it.
    private func hasOtherSeparator(_ record: HeadRecord) -> Bool {
        zip(record.texts, record.areQuoted).contains { text, isQuoted in
            !isQuoted && Separator.allCases.contains { $0 != separator && $0.mayPart(text) }
        }
    }

    /// The more special a form is, the more it counts that a separator gives it.
    private static func rank(_ form: TableForm) -> Int {
        switch form {
        case .statLineSymbols, .statLinePlain, .odata3, .odata4, .iv3, .swing, .sdmxCSV1, .sdmxCSV2: 3
        case .statLineTable, .statLineOld, .long: 2
        case .yearsAcross: 1
        case .table: 0
        }
    }
}

extension Separator {
    /// Whether a text without quotation marks may be several cells with this one between them.
    fileprivate func mayPart(_ text: String) -> Bool {
        switch self {
        case .semicolon: text.utf8.contains(byte)
        case .tab: text.utf8.contains(byte)
        // Numbers and sentences have commas too.
        case .comma: !HeaderMarks.isNumber(text) && text.utf8.contains(byte) && !text.contains(", ")
        }
    }
}
