/// A name or the value of an attribute, in the parser's own memory: it lives as long as the call that gives it.
struct XMLWord {
    let start: UnsafePointer<UInt8>
    let count: Int

    init(_ start: UnsafePointer<UInt8>, count: Int) {
        self.start = start
        self.count = count
    }

    /// The word that ends in a zero.
    init(_ start: UnsafePointer<CChar>) {
        self.start = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
        var count = 0
        while start[count] != 0 { count += 1 }
        self.count = count
    }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// A copy as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The whole number of at most nine digits that it is; `nil` for anything else.
    var number: Int? { Self.number(bytes) }

    /// The whole number of at most nine digits that the bytes are; `nil` for anything else.
    static func number(_ bytes: some Collection<UInt8>) -> Int? {
        guard (1...9).contains(bytes.count) else { return nil }
        var value = 0
        for byte in bytes {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte &- 0x30)
        }
        return value
    }

    /// Whether it is one of the ways in which a workbook says yes.
    var isTrue: Bool {
        switch self {
        case "1", "true", "on": true
        default: false
        }
    }

    func equals(_ other: StaticString) -> Bool {
        guard other.utf8CodeUnitCount == count else { return false }
        for index in 0..<count where other.utf8Start[index] != start[index] { return false }
        return true
    }

    func hasPrefix(_ other: StaticString) -> Bool {
        count >= other.utf8CodeUnitCount && XMLWord(start, count: other.utf8CodeUnitCount).equals(other)
    }

    static func ~= (pattern: StaticString, word: XMLWord) -> Bool { word.equals(pattern) }
}
