extension Substring {
    /// The text with each `%XX` decoded, once.
    ///
    /// - Parameter plusIsBlank: whether `+` stands for a blank, as in forms.
    /// - Returns: the text; `nil` where a `%` has no two hexadecimal digits behind it, where the outcome is not UTF-8, and
    ///   where it has a NUL.
    func percentDecoded(plusIsBlank: Bool = false) -> String? {
        var bytes: [UInt8] = []
        var rest = utf8
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst()?.hexadecimalDigit, let low = rest.popFirst()?.hexadecimalDigit else {
                    return nil
                }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    private static let digits = Array("0123456789abcdef".utf8)

    /// The value of a hexadecimal digit of either case; `nil` for any other byte.
    fileprivate var hexadecimalDigit: UInt8? {
        let lower = self | 0x20
        return Self.digits.firstIndex(of: (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self) ? lower : self)
            .map(UInt8.init)
    }
}
