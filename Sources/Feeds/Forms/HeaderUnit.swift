internal import Indicators

/// The unit that the header of a column of values states: `%` of `waarde (%)`.
struct HeaderUnit {
    let text: String
    let written: WrittenUnit

    init(_ text: String) {
        self.text = text
        written = WrittenUnit(text)
    }

    /// Takes `waarde (%)` apart; `nil` where no unit stands behind the name.
    static func split(_ header: String) -> (name: String, unit: String)? {
        guard header.hasSuffix(")"), let open = header.firstIndex(of: "(") else { return nil }
        let name = header[..<open].trimmed
        let unit = header[header.index(after: open)...].dropLast().trimmed
        return name.isEmpty || unit.isEmpty ? nil : (name, unit)
    }
}
