internal import Indicators

/// What the API gives, as a table for a spreadsheet: a column for each key, with those of objects within behind a point.
///
/// Columns follow from the shape and not from the answer, so that every page has the same ones. What each rule has of its
/// own is left out.
struct APITable {
    private let columns: [[String]]
    private let cells: CSVWriter

    init(_ members: [APIShape.Member], language: Language) {
        columns = members.flatMap(Self.columns)
        cells = CSVWriter(language)
    }

    func text(_ objects: [JSONObject]) -> String {
        let header = cells.line(columns.map { .text($0.joined(separator: ".")) })
        return cells.mark + header + objects.map { cells.line(row($0)) }.joined()
    }

    private func row(_ object: JSONObject) -> [CSVWriter.Cell] {
        columns.map { cell(JSONValue.object(object).value(at: $0[...])) }
    }

    private func cell(_ value: JSONValue) -> CSVWriter.Cell {
        switch value {
        case .null, .object: .text("")
        case .bool(let flag): .text(flag ? "true" : "false")
        case .integer(let number): .number("\(number)")
        case .number(let number): .number(number.written(decimalSign: cells.decimalSign))
        case .string(let text): .text(text)
        case .array(let values): .text(values.compactMap(\.asText).joined(separator: ", "))
        }
    }

    private static func columns(_ member: APIShape.Member) -> [[String]] {
        columns(member.shape).map { [member.name] + $0 }
    }

    private static func columns(_ shape: APIShape) -> [[String]] {
        switch shape {
        case .text, .word, .number, .whole, .flag, .list: [[]]
        case .object(let members): members.flatMap(columns)
        case .orNull(let shape): columns(shape)
        case .anything, .named: []
        }
    }
}

extension JSONValue {
    /// What stands behind these keys; `null` where nothing does.
    fileprivate func value(at keys: ArraySlice<String>) -> JSONValue {
        guard let key = keys.first else { return self }
        guard case .object(let object) = self, let found = object.members.first(where: { $0.key == key }) else {
            return .null
        }
        return found.value.value(at: keys.dropFirst())
    }

    fileprivate var asText: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }
}
