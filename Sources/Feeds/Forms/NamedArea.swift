internal import Indicators

/// What an area is that a cell names.
enum NamedArea {
    case watched(AreaCode)
    /// One that is not watched, but that values of some indicator are compared with.
    case reference(AreaCode)
    /// An area that no programme names.
    case other
    /// Nothing that can be told: why, and what may be meant.
    indirect case faulty(IntakeReason, FaultDetail?)
    /// A municipality that became part of one that a programme names.
    case merged

    /// Whether the text names some area, as far as can be told: a code of CBS, or words.
    ///
    /// What begins as a code and is none, or has no letters and is not the number of a municipality, is a mistake.
    static func isOther(_ text: String) -> Bool {
        if let code = AreaCode(written: text) {
            return Int(digits: text) == nil || Municipalities.standard.municipality(code) != nil
        }
        if !Municipalities.standard.areas(named: text).isEmpty { return true }
        let scalars = Array(text.unicodeScalars)
        let digits = scalars.count { $0.properties.numericType != nil }
        return digits == 0 && scalars.contains { $0.properties.isAlphabetic }
    }
}
