/// A value that stands in what is kept as JSON as the text that people write, so that what is stored can be read by eye.
///
/// These texts are in stores everywhere: they never change.
package protocol StoredAsText: Codable, CustomStringConvertible {
    /// Reads what `description` writes; `nil` for anything else.
    init?(stored text: String)
}

extension StoredAsText {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(stored: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a \(Self.self)")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Period: StoredAsText {
    package init?(stored text: String) { self.init(text) }
}

extension CalendarDate: StoredAsText {
    package init?(stored text: String) { self.init(text) }
}

extension ExactDecimal: StoredAsText {
    package init?(stored text: String) { self.init(text) }
}

extension Breakdown: StoredAsText {
    package init?(stored text: String) { self.init(text) }
}

extension IndicatorID: StoredAsText {
    package init?(stored text: String) { self.init(text) }
}

extension AreaCode: StoredAsText {
    package init?(stored text: String) { self.init(text) }
}

extension MeasureUnit: StoredAsText {
    package init?(stored text: String) { self.init(text) }
}

extension Comparator: Codable {}

extension PeriodKind: Codable {}
