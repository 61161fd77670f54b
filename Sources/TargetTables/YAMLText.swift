internal import Indicators

/// Texts as they stand in a YAML file.
enum YAMLText {
    /// The text in double quotes (YAML 1.1, 5.6: all that is not printable is escaped).
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.mayNotStandInYAML: result += escape(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// The text in single quotes for a comment.
    static func commented(_ text: String) -> String { inComment("'\(text.shownSafely(limit: 500))'") }

    /// A message for a comment: what YAML refuses even there is escaped.
    static func inComment(_ message: String) -> String { message.escaping(\.mayNotStandInYAML) }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let length = scalar.value > 0xFFFF ? 8 : scalar.value > 0xFF ? 4 : 2
        let letter = length == 8 ? "U" : length == 4 ? "u" : "x"
        return "\\\(letter)\(scalar.value.hexadecimal(digits: length, uppercase: true))"
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is invisible, ends a line, or is of private use, which every font draws as it likes.
    fileprivate var mayNotStandInYAML: Bool { isUnsafeToShow || properties.generalCategory == .privateUse }
}
