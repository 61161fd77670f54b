/// Stands for the hash of a file where libFuzzer tries containers: what a file's name in the store is has no part in that, and
/// the real one would have to be built anew.
public struct SHA256: Sendable {
    private var sum: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The sum of nothing.
    public init() {}

    /// Adds bytes.
    public mutating func update(data: some Sequence<UInt8>) {
        for byte in data { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    /// The sum of some bytes.
    public static func hash(data: some Sequence<UInt8>) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: data)
        return hash.finalize()
    }

    /// The sum as 32 bytes.
    public func finalize() -> [UInt8] {
        (0..<4).flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: (sum &+ UInt64(word)) >> ($0 * 8)) } }
    }
}
