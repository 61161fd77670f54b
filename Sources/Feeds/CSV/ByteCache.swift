/// Remembers what was made of the bytes of a cell, so that a value that comes back costs a comparison.
///
/// Places in sets of four, of which the last key that fell on a set takes the one whose turn it is: no choice of keys makes
/// it slow. There are few of them at first; where they do not suffice it begins again with more, up to as many as it may have.
struct ByteCache<Value> {
    private let places: Int
    private let most: Int
    private var lengths: [UInt8]
    private var keys: [UInt64]
    private var values: [Value?]
    private var turn = 0

    /// An empty cache with so many places, and at most so many, powers of two.
    init(places: Int = 1024, most: Int = 1024) {
        self.places = places
        self.most = most
        lengths = [UInt8](repeating: 0, count: places)
        keys = [UInt64](repeating: 0, count: places * Self.keyWords)
        values = [Value?](repeating: nil, count: places)
    }

    private static var longestKey: Int { 48 }
    private static var keyWords: Int { 6 }
    private static var ways: Int { 4 }

    /// What was remembered for these bytes.
    func value(for bytes: Span<UInt8>, _ cell: Range<Int>) -> Value? {
        guard !cell.isEmpty, cell.count <= Self.longestKey else { return nil }
        let first = firstPlace(bytes, cell)
        for place in first..<first + Self.ways
        where Int(lengths[place]) == cell.count && isSame(bytes, cell, place) { return values[place] }
        return nil
    }

    /// Remembers the value, if the key is not too long.
    mutating func remember(_ value: Value, for bytes: Span<UInt8>, _ cell: Range<Int>) {
        guard !cell.isEmpty, cell.count <= Self.longestKey else { return }
        if turn > places, places < most { self = ByteCache(places: places * 4, most: most) }
        let first = firstPlace(bytes, cell)
        turn += 1
        let place = (first..<first + Self.ways).first { lengths[$0] == 0 } ?? first + turn % Self.ways
        lengths[place] = UInt8(cell.count)
        for word in 0..<Self.words(of: cell) {
            keys[place * Self.keyWords + word] = Self.word(bytes, cell, word)
        }
        values[place] = value
    }

    private func isSame(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ place: Int) -> Bool {
        let start = place * Self.keyWords
        for word in 0..<Self.words(of: cell) where keys[start + word] != Self.word(bytes, cell, word) { return false }
        return true
    }

    /// The words of a cell mixed, as FNV-1a does it with bytes, and folded to the first place of a set.
    private func firstPlace(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for word in 0..<Self.words(of: cell) {
            hash = (hash ^ Self.word(bytes, cell, word)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(places - Self.ways))
    }

    private static func words(of cell: Range<Int>) -> Int { (cell.count + 7) / 8 }

    /// Eight bytes of the cell as one number, zeros behind its end.
    @inline(__always)
    private static func word(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ number: Int) -> UInt64 {
        let start = cell.lowerBound + number * 8
        let left = cell.upperBound - start
        guard start + 8 <= bytes.count else { return last(bytes, start..<cell.upperBound) }
        let word = UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
        return left >= 8 ? word : word & (1 << UInt64(left * 8) - 1)
    }

    /// The same at the end of the bytes, where there are no eight.
    private static func last(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var word: UInt64 = 0
        for index in range.reversed() { word = word << 8 | UInt64(bytes[index]) }
        return word
    }
}
