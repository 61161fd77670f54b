package import Indicators

/// What an event of handling says beside its alert: who did it, why, and what it means.
package struct HandlingNote: Hashable, Sendable {
    /// What was done.
    package enum Matter: Hashable, Sendable {
        case acknowledged(until: Acknowledgement.End)
        case silenced(Int, from: Instant, until: Instant)
        case explained([Explanation.Part: String])
        case reminded(Reminder)
    }

    package let matter: Matter
    /// The name of who did it, as given; `nil` where time did.
    package let by: String?
    package let why: String?

    package init(_ matter: Matter, by: String? = nil, why: String? = nil) {
        self.matter = matter
        self.by = by
        self.why = why
    }

    /// Why it is told again; `nil` where it is not.
    package var reminder: Reminder? {
        switch matter {
        case .reminded(let reminder): reminder
        case .acknowledged, .silenced, .explained: nil
        }
    }

    /// The note without what people wrote, which may say what is hidden.
    var withoutTexts: HandlingNote {
        switch matter {
        case .acknowledged, .silenced, .reminded: HandlingNote(matter, by: by)
        case .explained(let answers): HandlingNote(.explained(answers.mapValues { _ in "" }), by: by)
        }
    }
}
