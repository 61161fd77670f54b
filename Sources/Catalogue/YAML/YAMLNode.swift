/// A piece of a YAML file, with its place: plain text, a mapping or a list.
///
/// Every scalar is kept as text. YAML's own guesses (`no` is false, `07:00` is 420) are not made: each reader says what
/// it expects.
struct YAMLNode {
    enum Content {
        /// A text and whether it stood there without quotes.
        case scalar(String, isPlain: Bool)
        case mapping([Entry])
        case list([YAMLNode])
        /// Something that is not accepted and stands among the faults already.
        case refused
    }

    /// A key with its value.
    struct Entry {
        let key: Located<String>
        let value: YAMLNode
    }

    let content: Content
    let place: Place

    /// Whether nothing is given: an empty value, `~` or `null`.
    var isEmpty: Bool {
        if case .scalar(let text, isPlain: true) = content { ["", "~", "null"].contains(text) } else { false }
    }

    /// Whether a fault about it was noted when the file was parsed.
    var isRefused: Bool {
        if case .refused = content { true } else { false }
    }

    /// What stands here, in words for a message.
    var kindInWords: String {
        switch content {
        case .scalar where isEmpty: "nothing"
        case .scalar(let text, _): quoted(text)
        case .mapping: "a mapping"
        case .list: "a list"
        case .refused: "what is refused"
        }
    }
}
