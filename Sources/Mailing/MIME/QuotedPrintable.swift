internal import Indicators

/// The transfer encoding that every relay passes unchanged (RFC 2045 section 6.7).
enum QuotedPrintable {
    /// The longest line, its closing `=` included (rule 5).
    private static let longestLine = 76

    /// Encodes a text.
    ///
    /// LF, CR LF and CR all become CR LF. No line begins with a dot or with `From `, which some mail programs change on the
    /// way, nor ends with a blank (rule 3). A character of several bytes stays on one line.
    static func encode(_ text: String) -> [UInt8] {
        var encoder = Encoder()
        var afterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": encoder.endLine()
            case "\n" where afterReturn: break
            case "\n": encoder.endLine()
            default: encoder.add(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return encoder.finish()
    }

    /// What ``encode(_:)`` was given, with LF at the ends of lines.
    static func decode(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var rest = bytes.filter { $0 != 13 }[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                text.append(byte)
                continue
            }
            if rest.first == 10 {
                rest.removeFirst()
            } else if let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                text.append(value)
                rest = rest.dropFirst(2)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The two hexadecimal digits of a byte behind a sign: `=3D`, `%3D`.
    static func hexadecimal(_ byte: UInt8, after sign: String) -> String {
        sign + byte.hexadecimal(digits: 2, uppercase: true)
    }

    /// Holds back one character, since only at the end of a line a blank has to be encoded.
    private struct Encoder {
        private var output: [UInt8] = []
        private var column = 0
        private var waiting: Unicode.Scalar?

        mutating func add(_ scalar: Unicode.Scalar) {
            write(waiting, endsLine: false)
            waiting = scalar
        }

        mutating func endLine() {
            write(waiting, endsLine: true)
            waiting = nil
            output += [13, 10]
            column = 0
        }

        mutating func finish() -> [UInt8] {
            write(waiting, endsLine: true)
            waiting = nil
            return output
        }

        private mutating func write(_ scalar: Unicode.Scalar?, endsLine: Bool) {
            guard let scalar else { return }
            var bytes = encoded(scalar, endsLine: endsLine)
            if column + bytes.count > longestLine - 1 {
                output += [UInt8(ascii: "="), 13, 10]
                column = 0
                bytes = encoded(scalar, endsLine: endsLine)
            }
            output += bytes
            column += bytes.count
        }

        private func encoded(_ scalar: Unicode.Scalar, endsLine: Bool) -> [UInt8] {
            let isPlain =
                switch scalar {
                case "=": false
                // Both "." and "F" may only stand for themselves within a line.
                case ".", "F": column > 0
                case " ", "\t": !endsLine
                default: (0x21...0x7E).contains(scalar.value)
                }
            if isPlain { return [UInt8(truncatingIfNeeded: scalar.value)] }
            return String(scalar).utf8.flatMap { Array(hexadecimal($0, after: "=").utf8) }
        }
    }
}
