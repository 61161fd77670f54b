extension Int {
    /// Reads ASCII digits only: no sign, no blanks; at most nine of them.
    package init?(digits text: some StringProtocol) {
        guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        self.init(text)
    }

    /// The number with zeros in front, up to `width` digits.
    package func padded(to width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}

extension FixedWidthInteger {
    /// The number in hexadecimal digits, with zeros in front to have as many as asked.
    package func hexadecimal(digits: Int, uppercase: Bool = false) -> String {
        let text = String(self, radix: 16, uppercase: uppercase)
        return String(repeating: "0", count: Swift.max(0, digits - text.utf8.count)) + text
    }
}
