// How values stand in what is kept as JSON: as the text that people write, so that a stored finding can be read by eye.
// These forms are in stores everywhere: they never change.

extension Period: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value(of: "period") { Period($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension CalendarDate: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value(of: "date") { CalendarDate($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension ExactDecimal: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value(of: "number") { ExactDecimal($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension IndicatorID: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value(of: "indicator") { IndicatorID($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension MeasureUnit: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value(of: "unit") { MeasureUnit($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(symbol) }
}

extension Comparator: Codable {}

extension PeriodKind: Codable {}

extension AreaCode: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value(of: "area") { AreaCode($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension Breakdown: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value(of: "breakdown") { Breakdown($0) }
    }

    package func encode(to encoder: any Encoder) throws { try encoder.write(description) }
}

extension Decoder {
    /// One text, read by a function; throws where it gives nothing.
    fileprivate func value<Value>(of name: String, _ read: (String) -> Value?) throws -> Value {
        let container = try singleValueContainer()
        guard let value = read(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a \(name)")
        }
        return value
    }
}

extension Encoder {
    fileprivate func write(_ text: String) throws {
        var container = singleValueContainer()
        try container.encode(text)
    }
}
