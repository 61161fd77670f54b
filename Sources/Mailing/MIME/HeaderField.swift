internal import Indicators

/// One header field, encoded and folded (RFC 5322 section 2.2, RFC 2047).
struct HeaderField: Hashable, Sendable {
    /// The lines of the field, each ended by CR LF.
    let text: String

    /// The length that a line should not exceed (RFC 5322 section 2.1.1).
    private static let lineLength = 78

    /// A field whose value is known to be safe and stays on one line.
    init(_ name: String, verbatim value: String) {
        text = "\(name): \(value)\r\n"
    }

    /// A field of several words that may stand on lines of their own.
    init(_ name: String, words: [String]) {
        var lines = ["\(name):"]
        for word in words {
            let last = lines.count - 1
            // The first word stands beside the name: a line without anything visible is not allowed.
            if lines[last].utf8.count + 1 + word.utf8.count > Self.lineLength, lines[last] != "\(name):" {
                lines.append(" \(word)")
            } else {
                lines[last] += " \(word)"
            }
        }
        text = lines.joined(separator: "\r\n") + "\r\n"
    }

    /// A field for people to read, in any characters.
    init(_ name: String, unstructured value: String) {
        let line = value.oneLine(limit: 900)
        let words = line.split(separator: " ").map(String.init)
        if Self.isPlain(line), words.allSatisfy({ $0.utf8.count <= 60 }) {
            self.init(name, words: words)
        } else {
            self.init(name, words: EncodedWord.words(line, firstColumn: name.utf8.count + 2))
        }
    }

    /// A field with one address, and the name of whoever it belongs to.
    init(_ name: String, person: String?, address: String) throws(MIMEFault) {
        let address = try HeaderAddress(address)
        guard let display = person?.oneLine(limit: 120), !display.isEmpty else {
            self.init(name, verbatim: address.text)
            return
        }
        let words = Self.phrase(display, firstColumn: name.utf8.count + 2)
        self.init(name, words: words + ["<\(address.text)>"])
    }

    /// A display name (RFC 5322 section 3.2.5): atoms, a quoted string, or encoded words where it is not ASCII.
    private static func phrase(_ display: String, firstColumn: Int) -> [String] {
        guard isPlain(display), display.utf8.count <= 60 else {
            return EncodedWord.words(display, firstColumn: firstColumn)
        }
        let isAtoms = display.utf8.allSatisfy { $0 == 0x20 || HeaderAddress.isAtomText($0) }
        return isAtoms ? [display] : ["\"\(quoted(display))\""]
    }

    private static func quoted(_ display: String) -> String {
        var result = ""
        for scalar in display.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    /// Whether the text needs no encoding: visible ASCII and blanks, and nothing that looks like an encoded word.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        let looksEncoded = zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: "=") && $1 == UInt8(ascii: "?") }
        return !looksEncoded && bytes.allSatisfy { (0x20...0x7E).contains($0) }
    }
}
