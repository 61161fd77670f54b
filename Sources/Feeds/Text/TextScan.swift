/// Looks through the bytes of a file for what settles its encoding, chunk by chunk.
///
/// Ours, because the standard library says whether bytes are UTF-8, but not where they are not, nor over chunks.
struct TextScan {
    /// Whether everything so far is well-formed UTF-8.
    private(set) var isUTF8 = true
    /// The first byte that Windows-1252 does not define, as an offset in the file.
    private(set) var firstUndefined: Int?
    /// The first byte that is not UTF-8, as an offset in the file.
    private(set) var firstInvalid: Int?
    /// The last byte of the first character that UTF-8 writes in more than one byte, as an offset in the file.
    private(set) var firstMultibyte: Int?
    /// The first NUL, as an offset in the file.
    private(set) var firstNUL: Int?
    /// The last byte of the first U+FFFD, as an offset in the file.
    private(set) var firstReplacement: Int?
    private var offset = 0
    /// The continuation bytes that the current character still needs.
    private var missing = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF
    private var value: UInt32 = 0

    /// The bytes are looked at in blocks, so that those without anything special cost little.
    private static let block = 256

    mutating func scan(_ chunk: Span<UInt8>) {
        var start = 0
        while start < chunk.count {
            let end = min(start + Self.block, chunk.count)
            if missing > 0 || Self.isSpecial(chunk, start, end) { scanClosely(chunk, start, end) }
            start = end
        }
        offset += chunk.count
    }

    /// Notes that the file has ended: a character that is cut off is no UTF-8.
    mutating func finish() {
        if missing > 0 { noteInvalid(at: offset) }
    }

    private static func isSpecial(_ chunk: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var high: UInt8 = 0
        var lowest: UInt8 = 1
        for index in start..<end {
            high |= chunk[index]
            lowest = min(lowest, chunk[index])
        }
        return high >= 0x80 || lowest == 0
    }

    private mutating func scanClosely(_ chunk: Span<UInt8>, _ start: Int, _ end: Int) {
        for index in start..<end {
            let byte = chunk[index]
            if byte == 0, firstNUL == nil { firstNUL = offset + index }
            if firstUndefined == nil, Windows1252.isUndefined(byte) { firstUndefined = offset + index }
            read(byte, at: offset + index)
        }
    }

    /// Reads on behind an invalid byte too: what is valid there tells damaged UTF-8 from another encoding.
    private mutating func read(_ byte: UInt8, at place: Int) {
        guard missing == 0 else { return readContinuation(byte, at: place) }
        guard let count = UTF8Sequence.continuations(after: byte) else { return noteInvalid(at: place) }
        missing = count
        allowed = UTF8Sequence.secondByte(after: byte)
        value = UInt32(byte) & (0x3F >> UInt32(count))
    }

    private mutating func readContinuation(_ byte: UInt8, at place: Int) {
        guard allowed.contains(byte) else {
            noteInvalid(at: place)
            // It may begin a character itself.
            return read(byte, at: place)
        }
        missing -= 1
        allowed = 0x80...0xBF
        value = value << 6 | UInt32(byte & 0x3F)
        guard missing == 0 else { return }
        firstMultibyte = firstMultibyte ?? place
        if value == 0xFFFD, firstReplacement == nil { firstReplacement = place }
    }

    private mutating func noteInvalid(at place: Int) {
        isUTF8 = false
        missing = 0
        firstInvalid = firstInvalid ?? place
    }
}

extension TextScan {
    /// Where it shows that the text is UTF-8 in one place and not in another, so that it is in no encoding as a whole.
    ///
    /// In Windows-1252 a capital with an accent before a sign such as `«` looks like a character of UTF-8; that hardly
    /// occurs, and a feed profile that declares the encoding is believed.
    var mixed: Int? {
        guard let firstInvalid, let firstMultibyte else { return nil }
        return max(firstInvalid, firstMultibyte)
    }
}

extension Sequence<UInt8> {
    /// The number of line ends, of which CR, LF and CRLF are one each.
    ///
    /// - Parameter isBehindReturn: whether the byte before was a CR, whose line end an LF only completes.
    /// - Returns: the number.
    func lineEnds(behindReturn isBehindReturn: Bool = false) -> Int {
        var count = 0
        var isBehindReturn = isBehindReturn
        for byte in self {
            if byte == ASCII.carriageReturn || byte == ASCII.lineFeed && !isBehindReturn { count += 1 }
            isBehindReturn = byte == ASCII.carriageReturn
        }
        return count
    }
}
