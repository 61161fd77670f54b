/// Writes one JSON object on one line, with its keys in the order of adding and its numbers exact.
///
/// A `Double` cannot pass through here: numbers come as the text of an exact decimal.
package struct JSONObject: Sendable {
    private var members: [String] = []

    package init() {}

    /// The object so far.
    package var text: String { "{" + members.joined(separator: ",") + "}" }

    /// Adds a text, or `null`.
    package mutating func add(_ key: String, text value: String?) {
        add(key, json: value.map(JSONText.quoted) ?? "null")
    }

    /// Adds a number as written, or `null`.
    package mutating func add(_ key: String, number value: String?) {
        add(key, json: value ?? "null")
    }

    /// Adds `true` or `false`.
    package mutating func add(_ key: String, flag value: Bool) {
        add(key, json: value ? "true" : "false")
    }

    /// Adds a list of texts.
    package mutating func add(_ key: String, texts values: [String]) {
        add(key, json: JSONText.array(values.map(JSONText.quoted)))
    }

    /// Adds a value that is JSON already.
    package mutating func add(_ key: String, json value: String) {
        members.append("\(JSONText.quoted(key)):\(value)")
    }
}

/// Pieces of JSON (RFC 8259).
package enum JSONText {
    /// A string in quotes.
    ///
    /// Everything that a terminal or a page could take for an instruction is escaped.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars { append(scalar, to: &result) }
        return result + "\""
    }

    /// An array of values that are JSON already.
    package static func array(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

    private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case _ where scalar.isUnsafeToShow: result += escaped(scalar)
        default: result.unicodeScalars.append(scalar)
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        .joined()
    }
}

extension Unicode.Scalar {
    /// Whether a terminal, a log or a page could take the scalar for an instruction, or a reader could not see it.
    ///
    /// That is: control characters (C0, DEL, C1), the line and paragraph separators, the marks that turn the writing
    /// direction and other invisible ones, and what Unicode has not assigned.
    package var isUnsafeToShow: Bool {
        if value < 0x7F { return value < 0x20 }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned: return true
        default: return false
        }
    }
}

extension String {
    /// The text for a log or a terminal: unsafe scalars as `\u{1b}`, at most `limit` scalars.
    package func shownSafely(limit: Int = 200) -> String {
        var result = ""
        for (count, scalar) in unicodeScalars.enumerated() {
            guard count < limit else { return result + "…" }
            if scalar.isUnsafeToShow {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
