/// A JSON text with the places of its values, found in one go: each is read where it is asked for, and nothing else is
/// put together.
final class JSONText {
    /// That the text is no JSON.
    struct Fault: Error {}

    enum Kind {
        case object
        case array
        /// Without an escape: the bytes are the text.
        case plainString
        case escapedString
        case number
        case yes
        case no
        case null
    }

    /// One value; the members of an object are two each, a name and its value.
    struct Place {
        let kind: Kind
        /// Its bytes; of a string those within the quotes.
        let start: Int
        fileprivate(set) var end: Int
        /// The place behind it and all within it.
        fileprivate(set) var next: Int
    }

    private let bytes: [UInt8]
    private(set) var places: [Place] = []
    let userInfo: [CodingUserInfoKey: any Sendable]

    private static let deepest = 100

    /// Finds the values of a text.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - userInfo: what the types that are read ask their decoder for.
    /// - Throws: ``Fault``.
    init(_ text: String, userInfo: [CodingUserInfoKey: any Sendable] = [:]) throws {
        bytes = Array(text.utf8)
        self.userInfo = userInfo
        places.reserveCapacity(bytes.count / 8 + 2)
        var at = try value(at: skipBlanks(0), depth: 0)
        at = skipBlanks(at)
        guard at == bytes.count else { throw Fault() }
    }

    // MARK: What is asked for

    /// The text of a string.
    func string(_ place: Place) throws -> String? {
        switch place.kind {
        case .plainString: String(decoding: bytes[place.start..<place.end], as: UTF8.self)
        case .escapedString: try unescaped(place)
        case .object, .array, .number, .yes, .no, .null: nil
        }
    }

    /// The digits of a number.
    func integer<Number: FixedWidthInteger>(_ place: Place, as type: Number.Type) -> Number? {
        guard place.kind == .number else { return nil }
        var digits = bytes[place.start..<place.end]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        guard !digits.isEmpty else { return nil }
        var number: Number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (tenfold, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let part = Number(truncatingIfNeeded: digit - UInt8(ascii: "0"))
            let (next, overflows) =
                isNegative ? tenfold.subtractingReportingOverflow(part) : tenfold.addingReportingOverflow(part)
            guard !isTooLarge, !overflows else { return nil }
            number = next
        }
        return number
    }

    /// The place of a member's value; `nil` where the object has none of that name.
    func member(_ name: String, of object: Int) -> Int? {
        var at = object + 1
        let end = places[object].next
        while at < end {
            if isNamed(places[at], name) { return at + 1 }
            at = places[at + 1].next
        }
        return nil
    }

    private func isNamed(_ place: Place, _ name: String) -> Bool {
        let wanted = name.utf8
        guard place.kind == .plainString else { return (try? unescaped(place)) == name }
        guard wanted.count == place.end - place.start else { return false }
        var at = place.start
        for byte in wanted {
            guard bytes[at] == byte else { return false }
            at += 1
        }
        return true
    }
}

// MARK: Finding the values
extension JSONText {
    private func skipBlanks(_ start: Int) -> Int {
        var at = start
        while at < bytes.count {
            let byte = bytes[at]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
            at += 1
        }
        return at
    }

    private func byte(_ at: Int) throws -> UInt8 {
        guard at < bytes.count else { throw Fault() }
        return bytes[at]
    }

    /// Finds the value that begins here; gives what is behind it.
    private func value(at start: Int, depth: Int) throws -> Int {
        guard depth < Self.deepest else { throw Fault() }
        switch try byte(start) {
        case UInt8(ascii: "{"): return try container(.object, at: start, depth)
        case UInt8(ascii: "["): return try container(.array, at: start, depth)
        case UInt8(ascii: "\""): return try string(at: start)
        case UInt8(ascii: "t"): return try word("true", .yes, at: start)
        case UInt8(ascii: "f"): return try word("false", .no, at: start)
        case UInt8(ascii: "n"): return try word("null", .null, at: start)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(at: start)
        case _: throw Fault()
        }
    }

    private func add(_ kind: Kind, _ start: Int, _ end: Int) {
        places.append(Place(kind: kind, start: start, end: end, next: places.count + 1))
    }

    private func word(_ word: StaticString, _ kind: Kind, at start: Int) throws -> Int {
        let end = start + word.utf8CodeUnitCount
        guard end <= bytes.count, bytes[start..<end].elementsEqual("\(word)".utf8) else { throw Fault() }
        add(kind, start, end)
        return end
    }

    private func number(at start: Int) throws -> Int {
        var at = start
        while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
        add(.number, start, at)
        return at
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") || byte == UInt8(ascii: "+")
    }

    private func string(at start: Int) throws -> Int {
        var at = start + 1
        var isEscaped = false
        while try byte(at) != UInt8(ascii: "\"") {
            guard bytes[at] >= 0x20 else { throw Fault() }
            if bytes[at] == UInt8(ascii: "\\") {
                isEscaped = true
                at += 1
            }
            at += 1
        }
        add(isEscaped ? .escapedString : .plainString, start + 1, at)
        return at + 1
    }

    private func container(_ kind: Kind, at start: Int, _ depth: Int) throws -> Int {
        let closing = kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]")
        let own = places.count
        add(kind, start, start)
        var at = skipBlanks(start + 1)
        var isFirst = true
        while try byte(at) != closing {
            if !isFirst {
                guard bytes[at] == UInt8(ascii: ",") else { throw Fault() }
                at = skipBlanks(at + 1)
            }
            isFirst = false
            if kind == .object { at = try name(at: at) }
            at = skipBlanks(try value(at: at, depth: depth + 1))
        }
        places[own].end = at + 1
        places[own].next = places.count
        return at + 1
    }

    /// Finds the name of a member; gives where its value begins.
    private func name(at start: Int) throws -> Int {
        guard try byte(start) == UInt8(ascii: "\"") else { throw Fault() }
        let at = skipBlanks(try string(at: start))
        guard try byte(at) == UInt8(ascii: ":") else { throw Fault() }
        return skipBlanks(at + 1)
    }
}

// MARK: Escapes
extension JSONText {
    private func unescaped(_ place: Place) throws -> String {
        var text: [UInt8] = []
        var at = place.start
        while at < place.end {
            guard bytes[at] == UInt8(ascii: "\\") else {
                text.append(bytes[at])
                at += 1
                continue
            }
            let mark = try byte(at + 1)
            if let plain = Self.plain[mark] {
                text.append(plain)
                at += 2
            } else {
                guard mark == UInt8(ascii: "u") else { throw Fault() }
                at = try appendScalar(at: at, to: &text)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let plain: [UInt8: UInt8] = [
        UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
        UInt8(ascii: "r"): 0x0D,
        UInt8(ascii: "t"): 0x09,
    ]

    /// Reads `\uXXXX`, or the two of a surrogate pair; gives what is behind it.
    private func appendScalar(at start: Int, to text: inout [UInt8]) throws -> Int {
        let first = try unit(at: start)
        var (code, end) = (first, start + 6)
        if (0xD800..<0xDC00).contains(first) {
            let second = try unit(at: end)
            guard (0xDC00..<0xE000).contains(second) else { throw Fault() }
            (code, end) = (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), end + 6)
        }
        guard let scalar = Unicode.Scalar(code) else { throw Fault() }
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        return end
    }

    private func unit(at start: Int) throws -> UInt32 {
        guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u"),
            bytes[start + 2..<start + 6].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: bytes[start + 2..<start + 6], as: UTF8.self), radix: 16)
        else { throw Fault() }
        return unit
    }
}
