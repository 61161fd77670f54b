internal import Feeds

/// The record at the end of an archive that says how many entries it has (APPNOTE 4.3.16).
///
/// libzip takes 240 bytes of memory for each entry that this record claims, so that it is asked first.
struct ZipEndRecord {
    private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    private static let locator: [UInt8] = [0x50, 0x4B, 0x06, 0x07]
    private static let signature64: [UInt8] = [0x50, 0x4B, 0x06, 0x06]
    private static let size = 22
    private static let locatorSize = 20
    private static let size64 = 56
    /// The record, the longest comment behind it and the locator before it.
    private static let reach = size + 0xFFFF + locatorSize

    /// The largest number of entries that any record at the end claims, for a comment may hold one more; `nil` where there
    /// is none.
    ///
    /// `read` gives so many bytes from a place.
    static func claimedEntries(fileSize: Int, read: (_ at: Int, _ count: Int) throws -> [UInt8]) throws -> Int? {
        let start = max(0, fileSize - reach)
        let tail = try read(start, fileSize - start)
        guard tail.count >= size else { return nil }
        var most: Int?
        for place in 0...(tail.count - size) where tail[place] == signature[0] && holds(tail, place, signature) {
            let claimed = max(number(tail, place + 8, 2), number(tail, place + 10, 2))
            let claimed64 = try claimedEntries64(tail, endingAt: place, read)
            most = max(most ?? 0, claimed64 ?? claimed)
        }
        return most
    }

    private static func claimedEntries64(
        _ tail: [UInt8],
        endingAt end: Int,
        _ read: (_ at: Int, _ count: Int) throws -> [UInt8]
    ) throws -> Int? {
        let place = end - locatorSize
        guard place >= 0, holds(tail, place, locator) else { return nil }
        let record = try read(number(tail, place + 8, 8), size64)
        guard record.count == size64, holds(record, 0, signature64) else { return Int.max }
        return max(number(record, 24, 8), number(record, 32, 8))
    }

    private static func holds(_ bytes: [UInt8], _ place: Int, _ signature: [UInt8]) -> Bool {
        bytes[place...].starts(with: signature)
    }

    /// A number with the lowest byte first; one beyond what fits counts as the largest.
    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
        let value = (0..<count).reduce(UInt64(0)) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
        return Int(clamping: value)
    }
}
