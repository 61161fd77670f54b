/// The bytes that part the fields and records of a file, found eight at a time.
///
/// Ours, because the standard library looks for one byte at a time, and this is what every byte of every file goes through.
struct CSVMarks: Sendable {
    let separator: UInt8
    private let separators: UInt64

    private static let lineFeeds = repeated(ASCII.lineFeed)
    private static let carriageReturns = repeated(ASCII.carriageReturn)
    private static let quotes = repeated(ASCII.quote)

    init(separator: UInt8) {
        self.separator = separator
        separators = Self.repeated(separator)
    }

    /// Whether a field ends at the byte.
    func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == ASCII.lineFeed || byte == ASCII.carriageReturn
    }

    /// Where the next separator or line end is; the end of the bytes where there is none.
    func end(in bytes: Span<UInt8>, from start: Int) -> Int {
        Self.first(of: separators, Self.lineFeeds, Self.carriageReturns, in: bytes, from: start) { isEnd($0) }
    }

    /// Where the next quotation mark or line end is; the end of the bytes where there is none.
    func quote(in bytes: Span<UInt8>, from start: Int) -> Int {
        Self.first(of: Self.quotes, Self.lineFeeds, Self.carriageReturns, in: bytes, from: start) {
            $0 == ASCII.quote || $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn
        }
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    private static func repeated(_ byte: UInt8) -> UInt64 { ones &* UInt64(byte) }

    @inline(__always)
    private static func first(
        of one: UInt64,
        _ other: UInt64,
        _ third: UInt64,
        in bytes: Span<UInt8>,
        from start: Int,
        _ isMark: (UInt8) -> Bool
    ) -> Int {
        let raw = bytes.bytes
        var place = start
        while place + 8 <= bytes.count {
            let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
            let found = zeroes(word ^ one) | zeroes(word ^ other) | zeroes(word ^ third)
            if found != 0 { return place + found.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < bytes.count, !isMark(bytes[place]) { place += 1 }
        return place
    }

    /// The high bits of the bytes that are zero; above the lowest of them others may be set as well.
    @inline(__always)
    private static func zeroes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
}
