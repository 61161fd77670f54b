/// Remembers what was made of the bytes of a cell, so that a value that comes back costs a comparison.
///
/// A fixed number of places in sets of four, of which the last key that fell on a set takes the one whose turn it is: the
/// cache never grows, and no choice of keys makes it slow.
struct ByteCache<Value> {
    private var lengths = [UInt8](repeating: 0, count: places)
    private var keys = [UInt8](repeating: 0, count: places * longestKey)
    private var values = [Value?](repeating: nil, count: places)
    private var turn = 0

    private static var places: Int { 1024 }
    private static var longestKey: Int { 48 }
    private static var ways: Int { 4 }

    /// What was remembered for these bytes.
    func value(for bytes: Span<UInt8>, _ cell: Range<Int>) -> Value? {
        guard !cell.isEmpty, cell.count <= Self.longestKey else { return nil }
        let first = Self.firstPlace(bytes, cell)
        for place in first..<first + Self.ways
        where Int(lengths[place]) == cell.count && isSame(bytes, cell, place) { return values[place] }
        return nil
    }

    /// Remembers the value, if the key is not too long.
    mutating func remember(_ value: Value, for bytes: Span<UInt8>, _ cell: Range<Int>) {
        guard !cell.isEmpty, cell.count <= Self.longestKey else { return }
        let first = Self.firstPlace(bytes, cell)
        turn += 1
        let place = (first..<first + Self.ways).first { lengths[$0] == 0 } ?? first + turn % Self.ways
        lengths[place] = UInt8(cell.count)
        for offset in 0..<cell.count { keys[place * Self.longestKey + offset] = bytes[cell.lowerBound + offset] }
        values[place] = value
    }

    private func isSame(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ place: Int) -> Bool {
        let start = place * Self.longestKey
        for offset in 0..<cell.count where keys[start + offset] != bytes[cell.lowerBound + offset] { return false }
        return true
    }

    /// FNV-1a, folded to the first place of a set.
    private static func firstPlace(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in cell { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(places - ways))
    }
}
