/// The areas that are known, by code and by name.
package struct AreaNames: Sendable {
    private let byCode: [AreaCode: String]

    package init(_ names: [AreaCode: String]) {
        byCode = names
    }

    /// The code or name that the text is another spelling of: other capitals, blanks or hyphens, or with "gemeente".
    ///
    /// A text that differs in a letter or a digit may be the name or code of another area, which this one must not be
    /// taken for: Wierden is not Woerden, GM0358 is not GM0303.
    package func respelling(of text: String) -> String? {
        let wanted = Self.folded(text)
        guard !wanted.isEmpty else { return nil }
        return byCode.flatMap { [$0.key.description, $0.value] }.filter { Self.folded($0) == wanted }.min()
    }

    /// Whether the text is the longer name of a known area with a letter too few or too many: most likely that area is
    /// meant, and certainly none that can be passed over.
    package func isSlip(_ text: String) -> Bool {
        let text = Self.folded(text)
        return byCode.values.contains { Self.isSlip(text, of: Self.folded($0)) }
    }

    private static func isSlip(_ text: String, of name: String) -> Bool {
        let (shorter, longer) = text.count < name.count ? (text, name) : (name, text)
        guard shorter.count >= 5, longer.count == shorter.count + 1, !longer.contains(where: \.isNumber) else {
            return false
        }
        let same = zip(shorter, longer).prefix { $0 == $1 }.count
        return shorter.dropFirst(same) == longer.dropFirst(same + 1)
    }

    private static func folded(_ text: String) -> String {
        let letters = text.lowercased().unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        let folded = String(String.UnicodeScalarView(letters))
        return folded.hasPrefix("gemeente") ? String(folded.dropFirst("gemeente".count)) : folded
    }

    /// The area with this code or name, blanks around it aside; `nil` where it is not known, or may be another one.
    ///
    /// Districts (`WK`) and neighbourhoods (`BU`) of a known municipality are known by their codes. Other ways to write a
    /// code or a name, and the former name of a municipality that is the same, count where they can mean nothing else.
    package func area(named text: String) -> AreaCode? {
        let name = text.trimmed
        if let code = coded(AreaCode(name)) { return code }
        if let named = byCode.filter({ $0.value == name }).keys.min() { return named }
        if let code = AreaCode(written: name).flatMap(coded) { return code }
        return written(name)
    }

    private func coded(_ code: AreaCode) -> AreaCode? {
        if byCode[code] != nil { return code }
        if code == "NL01", byCode["NL00"] != nil { return "NL00" }
        if code.lies(inOneOf: byCode.keys) { return code }
        let today = Municipalities.standard.today(code)
        return byCode[today] == nil ? nil : today
    }

    /// The area whose name differs in its capitals only, or which the name of a municipality can only mean.
    private func written(_ name: String) -> AreaCode? {
        let folded = name.lowercased()
        let same = byCode.filter { $0.value.lowercased() == folded }.keys
        if let only = same.first { return same.count == 1 ? only : nil }
        let plain = Municipalities.folded(name)
        let known = byCode.filter { Municipalities.folded($0.value) == plain && $0.key.isMunicipality }.keys
        if let only = known.first, known.count == 1 { return only }
        let meant = Municipalities.standard.areas(named: name)
        return meant.count == 1 ? coded(meant[0]) : nil
    }
}
