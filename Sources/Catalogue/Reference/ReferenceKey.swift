/// One known key of the configuration.
struct ReferenceKey {
    let name: String
    /// The type in words: `text`, `list of globs`.
    let type: String
    /// The value where the key is absent, in words; `nil` for a key that has to be there.
    let fallback: String?
    let meaning: String

    /// Whether the key has to be there.
    var isRequired: Bool { fallback == nil }

    static func required(_ name: String, _ type: String, _ meaning: String) -> ReferenceKey {
        ReferenceKey(name: name, type: type, fallback: nil, meaning: meaning)
    }

    static func optional(_ name: String, _ type: String, _ meaning: String) -> ReferenceKey {
        ReferenceKey(name: name, type: type, fallback: "none", meaning: meaning)
    }

    static func optional(_ name: String, _ type: String, _ fallback: String, _ meaning: String) -> ReferenceKey {
        ReferenceKey(name: name, type: type, fallback: fallback, meaning: meaning)
    }
}
