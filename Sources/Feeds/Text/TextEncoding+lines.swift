extension TextEncoding {
    /// So many lines show what a file is, and so many bytes of each.
    private static let shown = (lines: 3, bytes: 400)

    /// The first lines of a text that are not empty, long ones cut.
    func firstLines(of bytes: [UInt8]) -> [String] {
        let isEnd = { (byte: UInt8) in byte == ASCII.lineFeed || byte == ASCII.carriageReturn }
        return bytes.prefix(65_536)
            .split(maxSplits: Self.shown.lines, whereSeparator: isEnd)
            .prefix(Self.shown.lines)
            .map { text($0.prefix(Self.shown.bytes)) }
    }
}
