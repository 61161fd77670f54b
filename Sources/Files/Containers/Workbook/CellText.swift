/// The text of one cell as it arrives, never longer than a cell can be.
struct CellText {
    private let mostUnits: Int
    private(set) var bytes: [UInt8] = []

    init(mostUnits: Int) {
        self.mostUnits = mostUnits
        bytes.reserveCapacity(256)
    }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ more: UnsafeBufferPointer<UInt8>) throws {
        // No unit takes more than three bytes.
        guard bytes.count + more.count <= 3 * mostUnits else { throw WorkbookFault.Problem.cellTooLong }
        bytes.append(contentsOf: more)
        if bytes.count > mostUnits { try checkUnits() }
    }

    mutating func append(_ byte: UInt8, count: Int = 1) throws {
        guard count <= mostUnits, bytes.count + count <= 3 * mostUnits else { throw WorkbookFault.Problem.cellTooLong }
        bytes.append(contentsOf: repeatElement(byte, count: count))
    }

    private func checkUnits() throws {
        var units = 0
        for byte in bytes where byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
        guard units <= mostUnits else { throw WorkbookFault.Problem.cellTooLong }
    }

    /// Puts the characters for what Excel writes as `_x000D_`.
    ///
    /// Halves of characters and the NUL stay as they are written.
    mutating func unescape() {
        guard var read = bytes.firstIndex(of: UInt8(ascii: "_")) else { return }
        var written = read
        while read < bytes.count {
            if let scalar = escape(at: read) {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    bytes[written] = byte
                    written += 1
                }
                read += Self.escapeLength
            } else {
                bytes[written] = bytes[read]
                written += 1
                read += 1
            }
        }
        bytes.removeSubrange(written...)
    }

    private static let escapeLength = 7

    /// The character that `_xHHHH_` stands for; `nil` where none begins here.
    private func escape(at place: Int) -> Unicode.Scalar? {
        guard place + Self.escapeLength <= bytes.count, bytes[place] == UInt8(ascii: "_"),
            bytes[place + 1] == UInt8(ascii: "x"), bytes[place + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt32 = 0
        for byte in bytes[(place + 2)..<(place + 6)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}
