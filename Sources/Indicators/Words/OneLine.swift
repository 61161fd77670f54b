extension String {
    /// The text in one line, safe to put into a header, a page or a letter.
    ///
    /// White space of every kind, line ends among it, becomes one blank. What could turn the writing direction, hide text
    /// or command a terminal becomes `�`, so that it is seen. At most `limit` scalars. This goes by Unicode scalars:
    /// a Swift `Character` hides a quote under a combining mark and takes CR LF for one.
    package func oneLine(limit: Int = 300) -> String {
        var line = String.UnicodeScalarView()
        var count = 0
        var blankBefore = false
        for scalar in unicodeScalars {
            if scalar.isBlank {
                blankBefore = count > 0
                continue
            }
            let length = blankBefore ? 2 : 1
            guard count + length <= limit else { return String(line) + "…" }
            if blankBefore { line.append(" ") }
            line.append(scalar.isUnsafeInMail ? "\u{FFFD}" : scalar)
            count += length
            blankBefore = false
        }
        return String(line)
    }
}

extension Unicode.Scalar {
    /// Whether the scalar commands or hides instead of being seen: controls, direction marks, invisible signs, tags and
    /// noncharacters.
    fileprivate var isUnsafeInMail: Bool {
        switch value {
        case 0x00AD, 0x200B, 0x2060...0x2064, 0xE0000...0xE007F: true
        default: isUnsafeToShow || properties.isNoncharacterCodePoint
        }
    }
}
