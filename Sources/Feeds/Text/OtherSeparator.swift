/// A character between fields that is none of those that are read.
enum OtherSeparator {
    private static let pipe = UInt8(ascii: "|")
    private static let lines = 10

    /// The character as it stands in the file; `nil` where the lines show none.
    ///
    /// A table has it as often in each line; titles of StatLine have some in their header only.
    static func found(in head: FileHead) -> String? {
        guard head.container == .text else { return nil }
        var lines = head.bytes.split { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }.prefix(Self.lines + 1)
        // The last may be cut off.
        if lines.count > Self.lines || !head.isWholeFile { lines = lines.dropLast() }
        guard lines.count > 1, let first = lines.first else { return nil }
        let times = first.count { $0 == pipe }
        let isParted = lines.allSatisfy { line in
            line.count { $0 == pipe } == times && !line.contains(Separator.semicolon.byte)
                && !line.contains(Separator.tab.byte)
        }
        return times > 0 && isParted ? "|" : nil
    }
}
