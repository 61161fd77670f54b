internal import Indicators

/// A mapping that is read strictly by its table of known keys.
struct Section {
    /// Where the mapping begins.
    let place: Place
    let faults: FaultList
    private let table: ReferenceSection
    private let entries: [String: YAMLNode.Entry]

    /// Opens the mapping, noting unknown and missing keys; `nil` where there is no mapping.
    init?(_ node: YAMLNode, as table: ReferenceSection, faults: FaultList) {
        guard !node.isRefused else { return nil }
        guard case .mapping(let entries) = node.content else {
            let keys = table.keys.map(\.name).joined(separator: ", ")
            faults.add(
                "\(table.name) has to be a mapping with the keys \(keys), not \(node.kindInWords)",
                at: node.place
            )
            return nil
        }
        place = node.place
        self.table = table
        self.faults = faults
        self.entries = Dictionary(entries.map { ($0.key.value, $0) }) { first, _ in first }
        for entry in entries { check(entry) }
        for key in table.keys where key.isRequired && self.entries[key.name] == nil {
            faults.add("\(table.name) has no '\(key.name)'; add it: \(key.meaning)", at: place)
        }
    }

    private func check(_ entry: YAMLNode.Entry) {
        let key = entry.key.value
        guard table.keys.contains(where: { $0.name == key }) else {
            faults.add(Self.message(unknown: key, in: table), at: entry.key.place)
            return
        }
        guard entry.value.isEmpty else { return }
        faults.add("'\(key)' has no value; give it one or remove the key", at: entry.key.place)
    }

    private static func message(unknown key: String, in table: ReferenceSection) -> String {
        let lowercased = key.lowercased()
        if ["password", "passwd", "wachtwoord", "secret"].contains(where: lowercased.contains) {
            return "the key \(quoted(key)) is not accepted: a password never stands in the configuration; "
                + "name a file in 'mail' 'password_file', or give the systemd credential smtp-password"
        }
        let hint =
            NearestName.like(key, among: table.keys.map(\.name)).map { "; the nearest known key is '\($0)'" }
            ?? "; its keys stand in the manual page \(table.manualPage)"
        return "unknown key \(quoted(key)) in \(table.name)\(hint)"
    }

    /// Whether the key stands there, with or without a value.
    func has(_ key: String) -> Bool { entries[key] != nil }

    /// The value of the key; `nil` where there is none, or a fault about it was noted already.
    func node(_ key: String) -> YAMLNode? {
        guard let value = entries[key]?.value, !value.isEmpty, !value.isRefused else { return nil }
        return value
    }

    /// Whether the key has a list without items.
    func isEmptyList(_ key: String) -> Bool {
        if case .list(let items)? = node(key)?.content { items.isEmpty } else { false }
    }

    /// The place of the key itself, or of the mapping where it is missing.
    func keyPlace(_ key: String) -> Place { entries[key]?.key.place ?? place }

    /// The mapping under the key, opened by its own table.
    func section(_ key: String, as table: ReferenceSection) -> Section? {
        node(key).flatMap { Section($0, as: table, faults: faults) }
    }
}

extension Section {
    /// The text under the key, without blanks around it.
    func text(_ key: String) -> Located<String>? { node(key).flatMap { text(of: $0, for: key) } }

    /// The text read by a function; `nil` and a fault that says what is expected where it gives nothing.
    ///
    /// What is expected is put in words only where it is not found.
    func value<Value>(
        _ key: String,
        expecting words: @autoclosure () -> String,
        _ read: (String) -> Value?
    ) -> Located<Value>? {
        text(key).flatMap { value(of: $0, for: key, expecting: words(), read) }
    }

    /// One of the words of an enumeration.
    func word<Word: CaseIterable & RawRepresentable<String>>(_ key: String, of type: Word.Type) -> Located<Word>? {
        value(
            key,
            expecting: "one of \(type.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))",
            Word.init(rawValue:)
        )
    }

    /// The items of the list under the key; empty where there is none.
    func list(_ key: String) -> [YAMLNode] {
        guard let node = node(key) else { return [] }
        guard case .list(let items) = node.content else {
            faults.add(
                "'\(key)' has to be a list, not \(node.kindInWords); write '- ' before each item",
                at: node.place
            )
            return []
        }
        return items
    }

    /// The texts in the list under the key.
    func texts(_ key: String) -> [Located<String>] { list(key).compactMap { text(of: $0, for: key) } }

    /// The pairs of the mapping under the key, whose keys are data: periods, for example.
    func pairs(_ key: String) -> [(key: Located<String>, value: Located<String>)] {
        guard let node = node(key) else { return [] }
        guard case .mapping(let entries) = node.content else {
            faults.add("'\(key)' has to be a mapping of periods to cells, not \(node.kindInWords)", at: node.place)
            return []
        }
        return entries.compactMap { entry in
            guard !entry.value.isEmpty else {
                let hint = "write 'Nb' or '-', and put a text with a comma in quotes within { }, as in '24,3%'"
                faults.add("\(quoted(entry.key.value)) in '\(key)' has no cell; \(hint)", at: entry.key.place)
                return nil
            }
            return text(of: entry.value, for: entry.key.value).map { (entry.key, $0) }
        }
    }

    /// Reads a text that was found.
    func value<Value>(
        of text: Located<String>,
        for key: String,
        expecting words: @autoclosure () -> String,
        _ read: (String) -> Value?
    ) -> Located<Value>? {
        if let value = read(text.value) { return Located(value: value, place: text.place) }
        faults.add("'\(escaped(key))' has to be \(words()), not \(quoted(text.value))", at: text.place)
        return nil
    }

    private func text(of node: YAMLNode, for key: String) -> Located<String>? {
        guard !node.isRefused else { return nil }
        guard case .scalar(let text, _) = node.content else {
            faults.add("'\(escaped(key))' has to be a text, not \(node.kindInWords)", at: node.place)
            return nil
        }
        guard !text.trimmed.isEmpty else {
            faults.add("'\(escaped(key))' is empty; give it a text", at: node.place)
            return nil
        }
        return Located(value: text.trimmed, place: node.place)
    }
}
