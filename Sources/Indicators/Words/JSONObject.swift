/// The members of a JSON object, in the order of adding.
package struct JSONObject: Sendable, ExpressibleByDictionaryLiteral {
    /// Each key with its value.
    package private(set) var members: [(key: String, value: JSONValue)] = []

    package init() {}

    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        members = elements.map { (key: $0.0, value: $0.1) }
    }

    /// The object on one line.
    package var line: String { JSONValue.object(self).line }

    /// Adds a value.
    package mutating func add(_ key: String, _ value: JSONValue) { members.append((key: key, value: value)) }

    /// Adds a text, or `null`.
    package mutating func add(_ key: String, text value: String?) { add(key, .text(value)) }

    /// Adds a whole number, or `null`.
    package mutating func add(_ key: String, count value: Int?) { add(key, .count(value)) }

    /// Adds a number with its digits as they are, or `null`.
    package mutating func add(_ key: String, number value: ExactDecimal?) { add(key, .exact(value)) }

    /// Adds `true` or `false`.
    package mutating func add(_ key: String, flag value: Bool) { add(key, .bool(value)) }

    /// Adds a list of texts.
    package mutating func add(_ key: String, texts values: [String]) { add(key, .array(values.map(JSONValue.string))) }
}
