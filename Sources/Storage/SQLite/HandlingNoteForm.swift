internal import Alerting
internal import Indicators

/// What an event says of what people did, or why it is told again.
struct HandlingNoteForm: HandlingForm {
    private let matter: String
    private let by: String?
    private let why: String?
    private var until: String?
    private var silence: Int?
    private var fromAt: Int64?
    private var untilAt: Int64?
    private var answers: [String: String]?
    private var reminder: String?
    private var recipients: [String]?

    init(_ note: HandlingNote) {
        by = note.by
        why = note.why
        switch note.matter {
        case .acknowledged(let end):
            matter = "acknowledged"
            until = end.description
        case .silenced(let id, let from, let until):
            matter = "silenced"
            (silence, fromAt, untilAt) = (id, from.milliseconds, until.milliseconds)
        case .explained(let texts):
            matter = "explained"
            answers = Dictionary(texts.map { ($0.rawValue, $1) }) { first, _ in first }
        case .reminded(let reminder):
            matter = "reminded"
            self.reminder = reminder.label
            recipients = reminder.toldTo
            if case .silenceEnded(let id) = reminder { silence = id }
        }
    }

    func note() throws -> HandlingNote { HandlingNote(try matterOfNote(), by: by, why: why) }

    private func matterOfNote() throws -> HandlingNote.Matter {
        switch matter {
        case "acknowledged":
            guard let end = until.flatMap({ Acknowledgement.End($0) }) else { throw Self.unknownForm }
            return .acknowledged(until: end)
        case "silenced":
            guard let silence, let fromAt, let untilAt else { throw Self.unknownForm }
            let (from, until) = (Instant(milliseconds: fromAt), Instant(milliseconds: untilAt))
            return .silenced(silence, from: from, until: until)
        case "explained": return .explained(try texts())
        case "reminded": return .reminded(try reminderOfNote())
        default: throw Self.unknownForm
        }
    }

    private func texts() throws -> [Explanation.Part: String] {
        let pairs = try (answers ?? [:]).map { name, text in
            guard let part = Explanation.Part(rawValue: name) else { throw Self.unknownForm }
            return (part, text)
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private func reminderOfNote() throws -> Reminder {
        let recipients = Set(recipients ?? [])
        let known: [Reminder] =
            [.acknowledgementEnded, .unexplained(to: recipients), .escalation(to: recipients)]
            + (silence.map { [Reminder.silenceEnded($0)] } ?? [])
        guard let reminder = known.first(where: { $0.label == self.reminder }) else { throw Self.unknownForm }
        return reminder
    }
}
