internal import Indicators

/// Markup into which text can only come escaped.
///
/// Write it as a literal: what stands in it is markup, a `String` that is put in is text, and other markup stays as it is.
/// There is no other way to make it, so that nothing a stranger wrote can become an element or an attribute.
struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
    let markup: String

    init(stringLiteral markup: String) { self.markup = markup }

    init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

    /// Puts pieces one behind the other.
    init(joining pieces: [HTML]) { markup = pieces.map(\.markup).joined() }

    /// Collects the pieces of a literal.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { markup += literal }

        mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }

        mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    }

    /// The text for content and for attributes in double quotes.
    ///
    /// Scalar by scalar: a quote with a combining mark is one `Character`, and no replacing of characters would find it.
    /// Combining marks become references, so that none can melt with a `>` before it when a program normalises the page.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case _ where scalar.isUnsafeToShow: result += "\u{FFFD}"
            case _ where scalar.isMark: result += "&#x\(String(scalar.value, radix: 16));"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    fileprivate var isMark: Bool {
        [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
    }
}
