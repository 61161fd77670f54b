internal import Indicators

/// The shape of a value that programs get.
indirect enum APIShape: Hashable, Sendable {
    case text
    /// One of these words.
    case word([String])
    /// A number with its digits as they were supplied.
    case number
    case whole
    case flag
    case list(APIShape)
    case object([Member])
    /// An object whose keys each rule has of its own.
    case anything
    case named(Name)
    /// The shape, or nothing.
    case orNull(APIShape)

    /// The things that answers are made of.
    enum Name: String, Hashable, Sendable, CaseIterable {
        case series = "Series"
        case target = "Target"
        case alert = "Alert"
        case observation = "Observation"
        case mail = "Mail"
        case event = "Event"
        case fault = "Fault"
    }

    /// A key of an object.
    struct Member: Hashable, Sendable {
        let name: String
        let shape: APIShape
        /// Whether it stands in every object.
        let isAlways: Bool
        let meaning: String?

        init(_ name: String, _ shape: APIShape = .text, isAlways: Bool = true, _ meaning: String? = nil) {
            self.name = name
            self.shape = shape
            self.isAlways = isAlways
            self.meaning = meaning
        }
    }
}

// MARK: As JSON Schema
extension APIShape {
    /// The shape as a schema (JSON Schema 2020-12, as OpenAPI 3.1 has it).
    var schema: JSONObject {
        switch self {
        case .text: ["type": .string("string")]
        case .word(let words): ["type": .string("string"), "enum": .array(words.map(JSONValue.string))]
        case .number: ["type": .string("number")]
        case .whole: ["type": .string("integer")]
        case .flag: ["type": .string("boolean")]
        case .list(let item): ["type": .string("array"), "items": .object(item.schema)]
        case .object(let members): Self.schema(of: members)
        case .anything: ["type": .string("object")]
        case .named(let name): ["$ref": .string("#/components/schemas/\(name.rawValue)")]
        case .orNull(let shape): ["anyOf": .array([.object(shape.schema), .object(["type": .string("null")])])]
        }
    }

    private static func schema(of members: [Member]) -> JSONObject {
        var properties = JSONObject()
        for member in members {
            var schema = member.shape.schema
            if let meaning = member.meaning { schema.add("description", text: meaning) }
            properties.add(member.name, .object(schema))
        }
        return [
            "type": .string("object"), "properties": .object(properties),
            "required": .array(members.filter(\.isAlways).map { .string($0.name) }),
        ]
    }
}
