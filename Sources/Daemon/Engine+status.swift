internal import Feeds
internal import Indicators
internal import Storage

extension Engine {
    /// What the daemon watches and what it last did, in one line.
    var statusLine: String {
        // Whoever is to be mailed cannot be told of it by mail.
        let mail =
            trouble.map { trouble in
                switch trouble.kind {
                case .away: "mail waits for its relay (\(trouble.reason)); "
                case .fault: "MAIL IS HELD (\(trouble.reason)); "
                case .refusing: "MAIL IS REFUSED (\(trouble.reason)); "
                }
            } ?? ""
        return mail + (bounceTrouble == nil ? "" : "reports of undelivered mail cannot be read; ") + workLine
    }

    private var workLine: String {
        let watching = "watching \(Self.counted(active.register.indicators.count, "indicator"))"
        guard let lastPass else { return watching }
        let inbox = lastPass.inbox
        let trouble = inbox.stuck == 0 ? "" : ", \(inbox.stuck) that cannot be taken from the inbox"
        return "\(watching); last pass: \(Self.counted(inbox.outcomes[.taken] ?? 0, "file")) taken in, "
            + "\(inbox.outcomes[.refused] ?? 0) refused\(trouble), \(Self.counted(lastPass.judged.events, "alert event"))"
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
