internal import Indicators
internal import Storage

/// The note that somebody has hidden values shown.
struct DisclosureShape: ControlShape {
    private let by: String
    private let command: String
    private let at: Int64

    init(_ note: DisclosureNote) {
        (by, command, at) = (note.by, note.command, note.at.milliseconds)
    }

    func value() throws(ControlCoding.Malformed) -> DisclosureNote {
        DisclosureNote(by: by, command: command, at: try Instant(asked: at))
    }
}
