internal import Indicators

/// A JSON value that is written with sorted keys and exact numbers.
enum JSONValue {
    case null
    case bool(Bool)
    case integer(Int)
    case number(ExactDecimal)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The value of a text that may be missing.
    static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// The value of a whole number that may be missing.
    static func count(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }

    /// The value on several lines, two blanks a level, and a line end.
    var pretty: String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.description
        case .string(let value): text += JSONText.quoted(value)
        case .array(let values):
            Self.write(values.map { (nil, $0) }, "[", "]", to: &text, indent)
        case .object(let members):
            Self.write(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, "{", "}", to: &text, indent)
        }
    }

    private static func write(
        _ members: [(String?, JSONValue)],
        _ open: String,
        _ close: String,
        to text: inout String,
        _ indent: String
    ) {
        guard !members.isEmpty else {
            text += open + close
            return
        }
        let inner = indent + "  "
        var before = open + "\n"
        for (key, value) in members {
            text += before + inner + (key.map { JSONText.quoted($0) + ": " } ?? "")
            value.write(to: &text, indent: inner)
            before = ",\n"
        }
        text += "\n" + indent + close
    }
}
