/// A part of a request as JSON writes it.
protocol ControlShape: Codable {
    associatedtype Value

    init(_ value: Value)

    /// What it says.
    func value() throws(ControlCoding.Malformed) -> Value
}

extension ControlShape {
    /// Reads JSON of this shape.
    static func read(_ json: [UInt8]) throws(ControlCoding.Malformed) -> Value {
        try ControlCoding.decode(Self.self, json).value()
    }
}
