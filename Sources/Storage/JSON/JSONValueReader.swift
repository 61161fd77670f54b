/// Reads one value of a JSON text: a decoder that costs nothing until something is asked of it.
///
/// Foundation's puts every object together as a dictionary first, and thousands of alerts are read at once. What goes wrong
/// is told without what was read.
struct JSONValueReader: Decoder, SingleValueDecodingContainer {
    let text: JSONText
    let place: Int

    /// A reader of the whole text.
    init(_ text: JSONText) { self.init(text, 0) }

    fileprivate init(_ text: JSONText, _ place: Int) {
        self.text = text
        self.place = place
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { text.userInfo }

    fileprivate var own: JSONText.Place { text.places[place] }

    fileprivate static func mismatch<Value>(_ type: Value.Type) -> DecodingError {
        .typeMismatch(type, DecodingError.Context(codingPath: [], debugDescription: "a value of another type"))
    }

    // MARK: Containers

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard own.kind == .object else { throw Self.mismatch([String: Any].self) }
        return KeyedDecodingContainer(JSONObjectReader<Key>(text: text, place: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard own.kind == .array else { throw Self.mismatch([Any].self) }
        return JSONArrayReader(text, place)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    // MARK: Single values

    func decodeNil() -> Bool { own.kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch own.kind {
        case .yes: true
        case .no: false
        case .object, .array, .plainString, .escapedString, .number, .null: throw Self.mismatch(type)
        }
    }

    func decode(_ type: String.Type) throws -> String {
        guard let string = try text.string(own) else { throw Self.mismatch(type) }
        return string
    }

    private func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        guard let number = text.integer(own, as: type) else { throw Self.mismatch(type) }
        return number
    }

    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }
    // What is kept is exact.
    func decode(_ type: Double.Type) throws -> Double { throw Self.mismatch(type) }
    func decode(_ type: Float.Type) throws -> Float { throw Self.mismatch(type) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }
}

/// The members of an object.
private struct JSONObjectReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let text: JSONText
    let place: Int

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        var keys: [Key] = []
        var at = place + 1
        while at < text.places[place].next {
            if let name = try? text.string(text.places[at]), let key = Key(stringValue: name) { keys.append(key) }
            at = text.places[at + 1].next
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { text.member(key.stringValue, of: place) != nil }

    private func reader(_ key: some CodingKey) throws -> JSONValueReader {
        guard let found = text.member(key.stringValue, of: place) else {
            throw DecodingError.keyNotFound(key, DecodingError.Context(codingPath: [], debugDescription: "not there"))
        }
        return JSONValueReader(text, found)
    }

    /// `nil` where it is not there, or null.
    private func readerIfPresent(_ key: Key) -> JSONValueReader? {
        guard let found = text.member(key.stringValue, of: place) else { return nil }
        let reader = JSONValueReader(text, found)
        return reader.decodeNil() ? nil : reader
    }

    func decodeNil(forKey key: Key) throws -> Bool { try reader(key).decodeNil() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try reader(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try reader(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try reader(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try reader(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try reader(key).decode(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try reader(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try reader(key).decode(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try reader(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try reader(key).decode(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try reader(key).decode(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try reader(key).decode(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try reader(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try reader(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try reader(key).decode(type) }
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try Value(from: reader(key))
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try readerIfPresent(key)?.decode(type)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try readerIfPresent(key)?.decode(type)
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try readerIfPresent(key)?.decode(type) }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try readerIfPresent(key).map { try Value(from: $0) }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try reader(key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try reader(key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { try reader(SuperKey()) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try reader(key) }
}

/// The name under which a class keeps what its own superclass writes.
private struct SuperKey: CodingKey {
    var stringValue: String { "super" }
    var intValue: Int? { nil }

    init() {}
    init?(stringValue: String) { nil }
    init?(intValue: Int) { nil }
}

/// The elements of an array, one after another.
private struct JSONArrayReader: UnkeyedDecodingContainer {
    private let text: JSONText
    private let end: Int
    private var at: Int
    private(set) var currentIndex = 0
    let count: Int?

    init(_ text: JSONText, _ place: Int) {
        self.text = text
        at = place + 1
        end = text.places[place].next
        var (count, next) = (0, place + 1)
        while next < end {
            next = text.places[next].next
            count += 1
        }
        self.count = count
    }

    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { at >= end }

    private func reader() throws -> JSONValueReader {
        guard !isAtEnd else { throw JSONValueReader.mismatch(Any.self) }
        return JSONValueReader(text, at)
    }

    private mutating func step() {
        at = text.places[at].next
        currentIndex += 1
    }

    private mutating func take<Value>(_ read: (JSONValueReader) throws -> Value) throws -> Value {
        let value = try read(reader())
        step()
        return value
    }

    mutating func decodeNil() throws -> Bool {
        guard try reader().decodeNil() else { return false }
        step()
        return true
    }

    mutating func decode(_ type: Bool.Type) throws -> Bool { try take { try $0.decode(type) } }
    mutating func decode(_ type: String.Type) throws -> String { try take { try $0.decode(type) } }
    mutating func decode(_ type: Int.Type) throws -> Int { try take { try $0.decode(type) } }
    mutating func decode(_ type: Int8.Type) throws -> Int8 { try take { try $0.decode(type) } }
    mutating func decode(_ type: Int16.Type) throws -> Int16 { try take { try $0.decode(type) } }
    mutating func decode(_ type: Int32.Type) throws -> Int32 { try take { try $0.decode(type) } }
    mutating func decode(_ type: Int64.Type) throws -> Int64 { try take { try $0.decode(type) } }
    mutating func decode(_ type: UInt.Type) throws -> UInt { try take { try $0.decode(type) } }
    mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try take { try $0.decode(type) } }
    mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try take { try $0.decode(type) } }
    mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try take { try $0.decode(type) } }
    mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try take { try $0.decode(type) } }
    mutating func decode(_ type: Double.Type) throws -> Double { try take { try $0.decode(type) } }
    mutating func decode(_ type: Float.Type) throws -> Float { try take { try $0.decode(type) } }
    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try take { try Value(from: $0) } }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try take { try $0.container(keyedBy: type) }
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try take { try $0.unkeyedContainer() }
    }
    mutating func superDecoder() throws -> any Decoder { try take { $0 } }
}
