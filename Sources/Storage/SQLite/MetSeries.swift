/// The series that an import has met and forgotten again, as far as bits can say it.
///
/// One that is not among them has not been met. It takes two megabytes, however many they are (a Bloom filter).
struct MetSeries {
    private var words = [UInt64](repeating: 0, count: 1 << 18)

    /// Notes a series by the number that its names make.
    mutating func insert(_ hash: UInt64) {
        for place in Self.places(hash) { words[place >> 6] |= 1 << UInt64(place & 63) }
    }

    /// Whether it may have been noted.
    func mayHave(_ hash: UInt64) -> Bool {
        for place in Self.places(hash) where words[place >> 6] & 1 << UInt64(place & 63) == 0 { return false }
        return true
    }

    private static func places(_ hash: UInt64) -> [Int] {
        let mixed = (hash ^ hash >> 31) &* 0x9E37_79B9_7F4A_7C15
        return [16, 28, 40].map { Int(truncatingIfNeeded: mixed >> $0 & 0xFF_FFFF) }
    }
}
