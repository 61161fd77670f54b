internal import Indicators

/// What an area is that a cell names.
enum NamedArea {
    case watched(AreaCode)
    /// An area that no programme names.
    case other

    /// Whether the text names some area, as far as can be told: a code of CBS, or words.
    ///
    /// What begins as a code and is none, or has no letters at all, is a mistake.
    static func isOther(_ text: String) -> Bool {
        if AreaCode(cbs: text) != nil { return true }
        let scalars = Array(text.unicodeScalars)
        let digits = scalars.count { $0.properties.numericType != nil }
        return digits == 0 && scalars.contains { $0.properties.isAlphabetic }
    }
}
