internal import Feeds

/// A cell of an OpenDocument spreadsheet as it arrives.
///
/// Its value stands in attributes; the text is what was shown, rounded and in the language of the user, and counts only for
/// texts.
struct OpenDocumentCell {
    private enum ValueType {
        case none
        case number
        case percentage
        case date
        case time
        case boolean
        case text
        case error
    }

    /// In how many columns it stands.
    private(set) var times = 1
    private var type = ValueType.none
    private var isCovered = false
    private var hasFormula = false
    /// As what a date is shown, where that is less than its day.
    private var dateKind: SheetCell.Kind?
    private var value: [UInt8] = []
    private var text: CellText
    private var paragraphs = 0
    private var depth = 0

    init(mostUnits: Int) {
        text = CellText(mostUnits: mostUnits)
    }

    mutating func begin(
        _ attributes: XMLAttributes,
        times: Int,
        isCovered: Bool,
        dateKind: () -> SheetCell.Kind?
    ) throws {
        self.times = times
        self.isCovered = isCovered
        hasFormula = attributes[.table, "formula"] != nil
        text.removeAll()
        value.removeAll(keepingCapacity: true)
        paragraphs = 0
        depth = 0
        type = try Self.type(attributes)
        self.dateKind = type == .date ? dateKind() : nil
        if let found = valueAttribute(attributes) { value.append(contentsOf: found.bytes) }
    }

    private static func type(_ attributes: XMLAttributes) throws -> ValueType {
        if let type = attributes[.calcext, "value-type"], type.equals("error") { return .error }
        guard let type = attributes[.office, "value-type"] else { return .none }
        switch type {
        case "float", "currency": return .number
        case "percentage": return .percentage
        case "date": return .date
        case "time": return .time
        case "boolean": return .boolean
        case "string": return .text
        case "void": return .none
        default: throw WorkbookFault.Problem.notReadable(type.text)
        }
    }

    private func valueAttribute(_ attributes: XMLAttributes) -> XMLWord? {
        switch type {
        case .none, .error: nil
        case .number, .percentage: attributes[.office, "value"]
        case .date: attributes[.office, "date-value"]
        case .time: attributes[.office, "time-value"]
        case .boolean: attributes[.office, "boolean-value"]
        case .text: attributes[.office, "string-value"]
        }
    }

    mutating func startText(_ name: XMLWord, _ attributes: XMLAttributes) throws {
        switch name {
        case "p", "h":
            depth += 1
            if paragraphs > 0 { try text.append(UInt8(ascii: "\n")) }
            paragraphs += 1
        case "s": try text.append(UInt8(ascii: " "), count: attributes[.text, "c"]?.number ?? 1)
        case "tab": try text.append(UInt8(ascii: "\t"))
        case "line-break": try text.append(UInt8(ascii: "\n"))
        default: break
        }
    }

    mutating func endText(_ name: XMLWord) {
        switch name {
        case "p", "h": depth -= 1
        default: break
        }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        // Between paragraphs stands only how the XML is laid out.
        if depth > 0 { try text.append(bytes) }
    }

    /// Whether there is anything in it; what lies under merged cells is not shown.
    var isFilled: Bool {
        guard !isCovered else { return false }
        return switch type {
        case .none: hasFormula
        case .text: hasFormula || !text.bytes.isEmpty || !value.isEmpty
        case .number, .percentage, .date, .time, .boolean, .error: true
        }
    }

    func add(to builder: inout SheetRowBuilder, column: Int) throws {
        switch type {
        case .none: try builder.add(.formulaWithoutValue, column: column) { _ in }
        case .error: try builder.add(.error, column: column) { $0.append(contentsOf: text.bytes) }
        case .text:
            let shown = paragraphs > 0 ? text.bytes : value
            guard !shown.isEmpty else { return }
            try builder.add(isErrorText(shown) ? .error : .text, column: column) { $0.append(contentsOf: shown) }
        case .number, .percentage:
            guard let number = SheetNumber(value) else { throw unreadable }
            let meaning = type == .percentage ? NumberFormat.Meaning.percentage : .number
            try builder.add(number, column: column, meaning, .from1900)
        case .date: try addDate(to: &builder, column)
        case .time: try builder.add(.time, column: column) { $0.append(contentsOf: value) }
        case .boolean: try builder.add(.boolean, column: column) { $0.append(contentsOf: value) }
        }
    }

    private func addDate(to builder: inout SheetRowBuilder, _ column: Int) throws {
        guard value.count >= 10 else { throw unreadable }
        let midnight = Array("T00:00:00".utf8)
        let day = value.dropFirst(10).starts(with: midnight) ? Array(value.prefix(10)) : value
        let kind = dateKind ?? .isoDay(day)
        // `2023-05` and `2023` are the first bytes of the day.
        let length = kind == .month ? 7 : kind == .year ? 4 : day.count
        try builder.add(kind, column: column) { $0.append(contentsOf: day.prefix(length)) }
    }

    /// LibreOffice keeps what it could not calculate as a text: `#DEEL/0!`, `Err:502`.
    private func isErrorText(_ shown: [UInt8]) -> Bool {
        guard hasFormula else { return false }
        return shown.first == UInt8(ascii: "#") || shown.starts(with: "Err:".utf8)
    }

    private var unreadable: WorkbookFault.Problem { .notReadable(String(decoding: value, as: UTF8.self)) }
}
