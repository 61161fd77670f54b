/// Writes a value as JSON, its members in the order of their names: the same text for the same value.
///
/// It writes what Foundation's encoder writes with sorted keys and slashes as they are, which is in stores everywhere, and
/// puts no dictionary together for it.
struct JSONValueWriter: Encoder, SingleValueEncodingContainer {
    fileprivate let scope: JSONScope

    /// The text of a value.
    static func text(of value: some Encodable) throws -> String {
        let scope = JSONScope()
        try value.encode(to: JSONValueWriter(scope: scope))
        var bytes: [UInt8] = []
        scope.finish(into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        scope.begin(.object)
        return KeyedEncodingContainer(JSONObjectWriter<Key>(scope: scope))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        scope.begin(.array)
        return JSONArrayWriter(scope: scope)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    fileprivate static func inexact(_ value: some BinaryFloatingPoint) -> EncodingError {
        let context = EncodingError.Context(codingPath: [], debugDescription: "what is kept is exact")
        return .invalidValue(value, context)
    }

    func encodeNil() { scope.write("null") }
    func encode(_ value: Bool) { scope.write(value ? "true" : "false") }
    func encode(_ value: String) { scope.write(string: value) }
    func encode(_ value: Int) { scope.write(value.description) }
    func encode(_ value: Int8) { scope.write(value.description) }
    func encode(_ value: Int16) { scope.write(value.description) }
    func encode(_ value: Int32) { scope.write(value.description) }
    func encode(_ value: Int64) { scope.write(value.description) }
    func encode(_ value: UInt) { scope.write(value.description) }
    func encode(_ value: UInt8) { scope.write(value.description) }
    func encode(_ value: UInt16) { scope.write(value.description) }
    func encode(_ value: UInt32) { scope.write(value.description) }
    func encode(_ value: UInt64) { scope.write(value.description) }
    func encode(_ value: Double) throws { throw Self.inexact(value) }
    func encode(_ value: Float) throws { throw Self.inexact(value) }
    func encode(_ value: some Encodable) throws { try value.encode(to: self) }
}

/// One value while it is written.
private final class JSONScope {
    enum Form {
        case value
        case object
        case array
    }

    /// A member or an element: where its bytes are, or who writes them still.
    private struct Part {
        let name: String
        let range: Range<Int>
        let scope: JSONScope?
    }

    private var form = Form.value
    private var bytes: [UInt8] = []
    private var parts: [Part] = []
    /// One that is used for each part in turn.
    private var child: JSONScope?

    var count: Int { parts.count }

    /// Makes a container of it; what asks twice goes on with the same one.
    func begin(_ form: Form) { self.form = form }

    func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

    func write(string: String) { Self.quote(string, to: &bytes) }

    /// Adds a part that is written at once.
    func add(_ name: String = "", _ write: (JSONValueWriter) throws -> Void) rethrows {
        let own = child ?? JSONScope()
        child = own
        try write(JSONValueWriter(scope: own))
        let start = bytes.count
        own.finish(into: &bytes)
        parts.append(Part(name: name, range: start..<bytes.count, scope: nil))
    }

    /// Adds a part that is written until this value is finished.
    func addLater(_ name: String = "") -> JSONScope {
        let later = JSONScope()
        parts.append(Part(name: name, range: 0..<0, scope: later))
        return later
    }

    /// Adds the text to what is there, and begins anew.
    func finish(into text: inout [UInt8]) {
        switch form {
        case .value: text.append(contentsOf: bytes)
        case .object:
            text.append(UInt8(ascii: "{"))
            if !isSorted { parts.sort { $0.name < $1.name } }
            write(parts, to: &text) { Self.quote($0.name, to: &$1) }
            text.append(UInt8(ascii: "}"))
        case .array:
            text.append(UInt8(ascii: "["))
            write(parts, to: &text) { _, _ in }
            text.append(UInt8(ascii: "]"))
        }
        form = .value
        bytes.removeAll(keepingCapacity: true)
        parts.removeAll(keepingCapacity: true)
    }

    private var isSorted: Bool { zip(parts, parts.dropFirst()).allSatisfy { $0.name < $1.name } }

    private func write(_ parts: [Part], to text: inout [UInt8], _ name: (Part, inout [UInt8]) -> Void) {
        for place in parts.indices {
            if place > 0 { text.append(UInt8(ascii: ",")) }
            if form == .object {
                name(parts[place], &text)
                text.append(UInt8(ascii: ":"))
            }
            if let later = parts[place].scope {
                later.finish(into: &text)
            } else {
                text.append(contentsOf: bytes[parts[place].range])
            }
        }
    }

    private static func quote(_ string: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case 0x08: text.append(contentsOf: "\\b".utf8)
            case 0x0C: text.append(contentsOf: "\\f".utf8)
            case 0x0A: text.append(contentsOf: "\\n".utf8)
            case 0x0D: text.append(contentsOf: "\\r".utf8)
            case 0x09: text.append(contentsOf: "\\t".utf8)
            case 0..<0x20: text.append(contentsOf: "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8)
            case _: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}

/// The members of an object.
private struct JSONObjectWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let scope: JSONScope

    var codingPath: [any CodingKey] { [] }

    private func add(_ key: Key, _ write: (JSONValueWriter) throws -> Void) rethrows {
        try scope.add(key.stringValue, write)
    }

    func encodeNil(forKey key: Key) { add(key) { $0.encodeNil() } }
    func encode(_ value: Bool, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: String, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: Int, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: Int8, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: Int16, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: Int32, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: Int64, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: UInt, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: UInt8, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: UInt16, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: UInt32, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: UInt64, forKey key: Key) { add(key) { $0.encode(value) } }
    func encode(_ value: Double, forKey key: Key) throws { throw JSONValueWriter.inexact(value) }
    func encode(_ value: Float, forKey key: Key) throws { throw JSONValueWriter.inexact(value) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try add(key) { try value.encode(to: $0) } }

    func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        JSONValueWriter(scope: scope.addLater(key.stringValue)).container(keyedBy: keyType)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        JSONValueWriter(scope: scope.addLater(key.stringValue)).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { JSONValueWriter(scope: scope.addLater("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { JSONValueWriter(scope: scope.addLater(key.stringValue)) }
}

/// The elements of an array.
private struct JSONArrayWriter: UnkeyedEncodingContainer {
    let scope: JSONScope

    var codingPath: [any CodingKey] { [] }
    var count: Int { scope.count }

    func encodeNil() { scope.add { $0.encodeNil() } }
    func encode(_ value: Bool) { scope.add { $0.encode(value) } }
    func encode(_ value: String) { scope.add { $0.encode(value) } }
    func encode(_ value: Int) { scope.add { $0.encode(value) } }
    func encode(_ value: Int8) { scope.add { $0.encode(value) } }
    func encode(_ value: Int16) { scope.add { $0.encode(value) } }
    func encode(_ value: Int32) { scope.add { $0.encode(value) } }
    func encode(_ value: Int64) { scope.add { $0.encode(value) } }
    func encode(_ value: UInt) { scope.add { $0.encode(value) } }
    func encode(_ value: UInt8) { scope.add { $0.encode(value) } }
    func encode(_ value: UInt16) { scope.add { $0.encode(value) } }
    func encode(_ value: UInt32) { scope.add { $0.encode(value) } }
    func encode(_ value: UInt64) { scope.add { $0.encode(value) } }
    func encode(_ value: Double) throws { throw JSONValueWriter.inexact(value) }
    func encode(_ value: Float) throws { throw JSONValueWriter.inexact(value) }
    func encode(_ value: some Encodable) throws { try scope.add { try value.encode(to: $0) } }

    func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        JSONValueWriter(scope: scope.addLater()).container(keyedBy: keyType)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        JSONValueWriter(scope: scope.addLater()).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { JSONValueWriter(scope: scope.addLater()) }
}
