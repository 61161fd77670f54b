internal import Indicators

/// Text that was made by others, shown so that it cannot pose as something else.
package enum Printable {
    /// The bytes as text: what is not UTF-8 as `\xNN`, what steers a screen as `\u{…}`, a backslash doubled.
    ///
    /// A text longer than `limit` is cut and closed with `…`.
    package static func text(_ bytes: [UInt8], limit: Int = .max) -> String {
        var shown = ""
        var length = 0
        var position = 0
        while position < bytes.count {
            let (piece, size) = piece(of: bytes, at: position)
            length += piece.unicodeScalars.count
            guard length <= limit else { return shown + "…" }
            shown += piece
            position += size
        }
        return shown
    }

    /// The text with what steers a screen as `\u{…}`; longer than `limit`, it is cut and closed with `…`.
    package static func text(_ text: String, limit: Int = .max) -> String {
        self.text(Array(text.utf8), limit: limit)
    }

    /// The text as it may stand between quotation marks in whatever shows it: like ``text(_:limit:)``, and no tag of a page
    /// begins in it.
    package static func quotable(_ text: String, limit: Int = .max) -> String {
        let shown = Array(self.text(text, limit: limit).unicodeScalars)
        return shown.indices.reduce(into: "") { result, place in
            let opensTag = shown[place] == "<" && place + 1 < shown.count && shown[place + 1].mayFollowTagOpening
            if opensTag { result += "\\u{3c}" } else { result.unicodeScalars.append(shown[place]) }
        }
    }

    private static func piece(of bytes: [UInt8], at position: Int) -> (String, Int) {
        guard let (scalar, size) = UTF8Sequence.scalar(in: bytes, at: position) else {
            return ("\\x" + bytes[position].hexadecimal(digits: 2), 1)
        }
        if scalar == "\\" { return ("\\\\", size) }
        guard scalar.isUnsafeToShow || position == 0 && isMark(scalar) else { return (String(scalar), size) }
        return ("\\u{\(scalar.value.hexadecimal(digits: 2))}", size)
    }

    /// Whether the scalar is drawn over the one before it.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// Whether `<` before it begins a tag, and is not a sign between numbers.
    fileprivate var mayFollowTagOpening: Bool {
        properties.isAlphabetic || self == "/" || self == "!" || self == "?"
    }
}

extension String {
    /// The first scalars of the text, at most `limit`.
    func shortened(to limit: Int) -> String {
        guard utf8.count > limit else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(limit)))
    }
}
