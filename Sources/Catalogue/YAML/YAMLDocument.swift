/// Reads one YAML file strictly: UTF-8, at most 1 MB, one document, no anchors, aliases or tags, no key twice.
package struct YAMLDocument {
    /// The largest file that is read, in bytes.
    package static let maximumSize = 1_048_576

    /// Reads the bytes of a file; `nil` where they are no YAML, which is then among the faults.
    static func root(of bytes: [UInt8], file: String, faults: FaultList) -> YAMLNode? {
        guard var text = validText(bytes, file: file, faults: faults) else { return nil }
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        guard !holdsRefusedCharacters(text, file: file, faults: faults) else { return nil }
        guard !mixesAnchorsAndAliases(text, file: file, faults: faults) else { return nil }
        return YAMLComposer(file: file, faults: faults).root(of: text)
    }

    private static func validText(_ bytes: [UInt8], file: String, faults: FaultList) -> String? {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        // Decoding with repair gives the same text up to the first byte that is not UTF-8.
        let repaired = String(decoding: bytes, as: UTF8.self)
        var place = Place.start(of: file)
        var offset = 0
        for scalar in repaired.unicodeScalars {
            if scalar == "\u{FFFD}", !bytes[offset...].starts(with: [0xEF, 0xBF, 0xBD]) { break }
            offset += UTF8.width(scalar)
            place =
                scalar == "\n"
                ? Place(file: file, line: place.line + 1, column: 1)
                : Place(file: file, line: place.line, column: place.column + 1)
        }
        faults.add("the file is not UTF-8; save it as UTF-8", at: place)
        return nil
    }

    /// Notes the characters that YAML does not accept (1.1, "c-printable").
    private static func holdsRefusedCharacters(_ text: String, file: String, faults: FaultList) -> Bool {
        guard text.unicodeScalars.contains(where: { $0 != "\n" && $0.isRefused }) else { return false }
        var found = false
        for (line, content) in AnchorScan.lines(of: text).enumerated() {
            for (column, scalar) in content.enumerated() where scalar.isRefused {
                let code = String(scalar.value, radix: 16, uppercase: true)
                let place = Place(file: file, line: line + 1, column: column + 1)
                faults.add("the character U+\(code) is not accepted; remove it", at: place)
                found = true
            }
        }
        return found
    }

    /// Refuses a file with both an anchor and an alias before it is composed.
    ///
    /// Composing puts a copy of the anchored part in the place of each alias; where aliases are keys of mappings,
    /// looking for duplicates then takes time without end.
    private static func mixesAnchorsAndAliases(_ text: String, file: String, faults: FaultList) -> Bool {
        let marks = AnchorScan.marks(in: text, file: file)
        guard marks.contains(where: { $0.value == "&" }), marks.contains(where: { $0.value == "*" }) else {
            return false
        }
        for mark in marks { faults.add(anchorMessage, at: mark.place) }
        return true
    }

    static let anchorMessage =
        """
        anchors (&name) and aliases (*name) are not accepted; write the text out where it is needed, or put it in \
        quotes
        """
}

extension Unicode.Scalar {
    fileprivate var isRefused: Bool {
        switch value {
        case 0x09, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF: false
        case 0xFEFF, 0xFFFE, 0xFFFF: true
        default: value < 0xE000
        }
    }
}
