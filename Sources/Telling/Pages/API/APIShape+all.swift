internal import Alerting
internal import Assessment
internal import Indicators

extension APIShape.Name {
    /// What it is made of, by the rules that there are.
    func shape(_ rules: RuleRegistry) -> APIShape {
        switch self {
        case .series: .object(APIShape.series(rules))
        case .target: .object(APIShape.target)
        case .alert: .object(APIShape.alert)
        case .observation: .object(APIShape.observation)
        case .mail: .object(APIShape.mail)
        case .event: .object(APIShape.event)
        case .fault: .object([.init("error", "What is the matter, for whoever writes the program.")])
        }
    }
}

extension APIShape.Member {
    /// A text that may be missing.
    fileprivate static func maybe(_ name: String, _ shape: APIShape = .text, _ meaning: String? = nil) -> Self {
        Self(name, .orNull(shape), meaning)
    }

    /// A key that stands in some objects only.
    fileprivate static func some(_ name: String, _ shape: APIShape = .text, _ meaning: String? = nil) -> Self {
        Self(name, shape, isAlways: false, meaning)
    }

    fileprivate init(_ name: String, _ meaning: String) { self.init(name, .text, meaning) }
}

// MARK: What is watched
extension APIShape {
    private static let light = APIShape.word(Light.allCases.map(\.rawValue))
    private static let severity = APIShape.word(Severity.allCases.map(\.rawValue))
    private static let better = APIShape.word(["lower", "higher"])
    private static let layer = APIShape.word(IndicatorLayer.allCases.map(\.rawValue))
    private static let comparator = APIShape.word(["<", "<=", ">", ">=", "="])

    fileprivate static func series(_ rules: RuleRegistry) -> [Member] {
        let own: [Member] = rules.statusKeys.map { rule in
            .maybe(rule.rawValue, .anything, "The numbers of the rule of this name.")
        }
        return judged + own + besides
    }

    private static let judged: [Member] = [
        .init("programme"), .init("package"), .init("indicator"), .init("title"),
        .init("area", "The code of the area."),
        .maybe("breakdown", .text, "Null for everybody."),
        .init("unit"), .init("better", better),
        .maybe("period", .text, "The period of the value."),
        .maybe("value", .number, "Null where there is none, and where it may not be told."),
        .init("provisional", .flag), .init("derived", .flag, "Whether it is calculated from other series."),
        .maybe("target", .object(shownTarget)), .init("light", light),
        .init("reasons", .list(.text), "Labels of a closed list."),
        .maybe("next_due", .text, "The last day on which the next value is in time."), .maybe("layer", layer),
    ]

    private static let besides: [Member] = [
        .maybe("ends", .text, "The day on which it ends."), .maybe("uncertain_from"), .maybe("source"),
        .maybe("note"),
        .some("hidden", .flag, "That the value may not be told, since it is about few persons."),
        .some("opening_state", .flag, "That it deviated already when its indicator came under watch."),
        .some("vanished", .list(.text), "The periods whose value is missing in a later delivery."),
    ]

    private static let shownTarget: [Member] = [
        .init("comparator", comparator), .init("value", .number), .init("period"), .maybe("goal"),
        .init("planned", .flag, "Whether the document names the period."), .maybe("footnote"),
    ]

    fileprivate static let target: [Member] = [
        .init("programme"), .init("package"),
        .maybe("goal", .text, "The goal that says it; null for a cell of the yearly path."),
        .init("indicator"), .init("title"), .init("unit"), .init("better", better), .init("period"),
        .maybe("comparator", comparator), .maybe("value", .number),
        .maybe("kind", .word(["absolute", "relative", "difference", "direction", "milestone"])), .maybe("baseline"),
        .init("notation", "As the document writes it."), .init("applies_to"),
        .init("interpolated", .flag), .init("planned", .flag), .maybe("footnote"), .maybe("layer", layer),
        .maybe("document"), .maybe("heading"),
    ]

    fileprivate static let observation: [Member] = [
        .init("period"), .maybe("value", .number, "Null where it may not be told."),
        .init("status", .word(ObservationStatus.allCases.map(\.rawValue))),
        .maybe("lower", .number, "The lower end of the published interval."), .maybe("upper", .number),
        .maybe("sample_size", .whole), .maybe("source"), .maybe("reference_date"), .maybe("note"),
        .maybe("milestone", .text, "What is reported of a milestone."), .maybe("expected"),
        .init("revision", .whole, "1 for the first value of the period, one more for each other one."),
        .maybe("import", .text, "The SHA-256 of the file that brought it; null for what is calculated."),
        .maybe("file", .text, "The name of that file."), .init("recorded_at"),
        .some("hidden", .flag, "That the value may not be told, since it is about few persons."),
    ]
}

// MARK: What was told
extension APIShape {
    /// What an alert and each change of it have alike.
    private static let facts: [Member] = [
        .maybe("severity", severity, "Null where it may not be told."), .init("rule"), .init("reason"),
        .init("programme"), .init("package"), .init("indicator"), .init("area"), .maybe("breakdown"), .maybe("period"),
        .maybe("value", .number), .init("unit"), .maybe("target"), .some("hidden", .flag), .init("message"),
        .maybe("import"), .some("opening_state", .flag),
    ]

    fileprivate static let alert = episode + facts + handling

    private static let episode: [Member] = [
        .init("alert"), .init("episode"), .init("state", .word(["open", "closed"])), .init("opened_at"),
        .maybe("closed_at"), .init("title"),
    ]

    private static let handling: [Member] = [
        .some("acknowledged", .object([.init("by"), .init("why"), .init("at"), .init("until")])),
        .some("silenced", .object([.init("silence", .whole), .init("by"), .maybe("why"), .init("until")])),
        .some("explanation", .object(Explanation.Part.allCases.map { .maybe($0.rawValue, .object(answer)) })),
    ]

    private static let answer: [Member] = [.maybe("text"), .init("by"), .init("at")]

    fileprivate static let event = change + facts + changed

    private static let change: [Member] = [
        .init("seq", .whole, "The line's number in alerts.jsonl."), .init("at"),
        .init("event", .word(AlertEventKind.allCases.map(\.rawValue))), .init("alert"), .init("episode"),
    ]

    private static let changed: [Member] = [
        .some("withdrawn_by", .orNull(.text)), .some("withdrawn_why", .orNull(.text)), .some("by"), .some("why"),
        .some("until"), .some("silence", .whole), .some("from"),
        .some("explanation", .object(Explanation.Part.allCases.map { .some($0.rawValue) })), .some("reminder"),
        .some("told_to", .list(.text)), .some("cause", .orNull(.text)), .some("old", .orNull(.text)),
        .some("new", .orNull(.text)), .some("state", .word(["open", "closed"])),
    ]

    fileprivate static let mail: [Member] = [
        .init("id", .whole), .init("message_id"), .init("subscription"), .init("recipient"),
        .maybe("subject", .text, "Null where it says what may not be told any more."), .init("file"),
        .init("created_at"), .init("state", .word(["waiting", "accepted", "failed", "dropped"])),
        .init("told", .list(.named(.event)), "The changes that it told, as they stood then."),
        .init("attempts", .list(.object(attempt))),
        .init("orders", .list(.object([.init("at"), .init("order"), .init("by"), .init("why")]))),
        .some("told_more", .whole, "How many changes it told beside those, where it told very many."),
        .some("replaces", .whole, "The mail whose place it took."),
    ]

    private static let attempt: [Member] = [
        .init("at"), .init("result", .word(["accepted", "retried", "failed", "bounced"])), .init("reason"),
        .maybe("reply"), .maybe("next_attempt_at"),
    ]
}
