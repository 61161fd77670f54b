/// Says where a value is not as a description has it, and what it holds that is not described.
///
/// It knows what our description uses of JSON Schema, and refuses what it does not know.
struct SchemaCheck {
    let description: JSON

    /// The faults of an answer, each with its place; none where it conforms.
    func faults(_ value: JSON, _ schema: JSON, at place: String = "$") -> [String] {
        guard case .object(let rules) = schema else { return ["\(place): the schema is no object"] }
        let unknown = Set(rules.keys).subtracting(Self.known).sorted().map { "\(place): '\($0)' is not known here" }
        if let reference = rules["$ref"]?.words { return unknown + faults(value, resolved(reference), at: place) }
        if let choices = rules["anyOf"]?.items {
            let found = choices.map { faults(value, $0, at: place) }
            return unknown + (found.contains(where: \.isEmpty) ? [] : found.min { $0.count < $1.count } ?? [])
        }
        return unknown + typeFaults(value, rules, place) + wordFaults(value, rules, place)
            + memberFaults(value, rules, place) + itemFaults(value, rules, place)
    }

    private static let known: Set<String> = [
        "$ref", "anyOf", "type", "enum", "items", "properties", "required", "description",
    ]

    /// What a reference within the description leads to.
    func resolved(_ reference: String) -> JSON {
        reference.split(separator: "/").dropFirst().reduce(description) { $0[String($1)] ?? .null }
    }

    private func typeFaults(_ value: JSON, _ rules: [String: JSON], _ place: String) -> [String] {
        let fits =
            switch (rules["type"]?.words, value) {
            case ("string", .text), ("number", .number), ("boolean", .flag), ("array", .list), ("object", .object),
                ("null", .null):
                true
            case ("integer", .number(let number)): number == number.rounded()
            default: false
            }
        return fits ? [] : ["\(place): \(value) is no \(rules["type"]?.words ?? "thing of a type")"]
    }

    private func wordFaults(_ value: JSON, _ rules: [String: JSON], _ place: String) -> [String] {
        guard let words = rules["enum"]?.items, !words.contains(value) else { return [] }
        return ["\(place): \(value) is none of \(words)"]
    }

    private func memberFaults(_ value: JSON, _ rules: [String: JSON], _ place: String) -> [String] {
        guard case .object(let members) = value, case .object(let described)? = rules["properties"] else { return [] }
        let missing = (rules["required"]?.items ?? []).compactMap(\.words).filter { members[$0] == nil }
        return missing.map { "\(place).\($0): is missing" }
            + members.sorted { $0.key < $1.key }.flatMap { key, member in
                described[key].map { faults(member, $0, at: "\(place).\(key)") } ?? [
                    "\(place).\(key): is not described"
                ]
            }
    }

    private func itemFaults(_ value: JSON, _ rules: [String: JSON], _ place: String) -> [String] {
        guard let schema = rules["items"] else { return [] }
        return value.items.enumerated().flatMap { faults($1, schema, at: "\(place)[\($0)]") }
    }
}
