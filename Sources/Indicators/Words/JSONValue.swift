/// A JSON value (RFC 8259) with exact numbers.
///
/// A `Double` cannot pass through here: a number is a whole one or an exact decimal.
package enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(ExactDecimal)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The value of a text that may be missing.
    package static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

    /// The value of a whole number that may be missing.
    package static func count(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }

    /// The value of an exact number that may be missing.
    package static func exact(_ number: ExactDecimal?) -> JSONValue { number.map(JSONValue.number) ?? .null }

    /// The value of an object that may be missing.
    package static func members(_ object: JSONObject?) -> JSONValue { object.map(JSONValue.object) ?? .null }

    /// An array of values that are JSON already, as another process has written them.
    package static func array(written values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
    /// An object, its members in the order in which they are written.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.reduce(into: JSONObject()) { $0.add($1.0, $1.1) })
    }
}

// MARK: Writing
extension JSONValue {
    /// The value on one line, the members of objects in the order of adding.
    package var line: String {
        var text = ""
        write(to: &text, indent: nil)
        return text
    }

    /// The value on several lines, two blanks a level, the members of objects sorted by their keys, and a line end.
    package var pretty: String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    /// Writes the value; without an indent on one line.
    private func write(to text: inout String, indent: String?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.description
        case .string(let value): Self.quote(value, to: &text)
        case .array(let values):
            Self.write(values.lazy.map { (String?.none, $0) }, "[", "]", to: &text, indent)
        case .object(let object):
            let members = indent == nil ? object.members : object.members.sorted { $0.key < $1.key }
            Self.write(members.lazy.map { (Optional($0.key), $0.value) }, "{", "}", to: &text, indent)
        }
    }

    private static func write(
        _ members: some Collection<(String?, JSONValue)>,
        _ open: String,
        _ close: String,
        to text: inout String,
        _ indent: String?
    ) {
        guard !members.isEmpty else {
            text += open + close
            return
        }
        let inner = indent.map { $0 + "  " }
        let start = inner.map { "\n" + $0 } ?? ""
        let colon = indent == nil ? ":" : ": "
        var before = open
        for (key, value) in members {
            text += before
            text += start
            if let key {
                quote(key, to: &text)
                text += colon
            }
            value.write(to: &text, indent: inner)
            before = ","
        }
        if let indent {
            text += "\n"
            text += indent
        }
        text += close
    }

    /// Adds a string in quotes; everything that a terminal or a page could take for an instruction is escaped.
    private static func quote(_ string: String, to text: inout String) {
        text += "\""
        if string.utf8.allSatisfy(isPlain) {
            text += string
        } else {
            for scalar in string.unicodeScalars { append(scalar, to: &text) }
        }
        text += "\""
    }

    /// Whether a byte stands for a character that is written as it is.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case _ where scalar.isUnsafeToShow:
            for unit in String(scalar).utf16 { result += "\\u" + unit.hexadecimal(digits: 4) }
        default: result.unicodeScalars.append(scalar)
        }
    }
}
