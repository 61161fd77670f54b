package import Indicators

/// What became of a mail that was only a test.
package struct MailTestReport: Sendable {
    /// What became of it; the words are those of `mail test --json`.
    package enum Outcome: String, Sendable {
        case accepted
        /// The relay refuses this mail for good.
        case refused
        /// Not now.
        case deferred
        /// It was handed over whole, and no answer came.
        case unknown
        /// The settings and the relay do not fit.
        case fault
    }

    package let outcome: Outcome
    private let address: String
    private let relay: String
    private let messageID: String
    private let reason: String?
    private let reply: String
    private let advice: String?
    private let isByDaemon: Bool
    private let holdsAll: Bool

    /// - Parameters:
    ///   - outcome: what became of it.
    ///   - address: where it was to go.
    ///   - relay: as it is configured.
    ///   - messageID: with its angle brackets.
    ///   - reason: the label of the failure.
    ///   - reply: the relay's own words, or empty.
    ///   - advice: what happened and what can be done, in the language of the report.
    ///   - isByDaemon: whether the running daemon handed it over.
    ///   - holdsAll: whether a fault keeps every mail, and not only those that are refused like this one.
    package init(
        _ outcome: Outcome,
        to address: String,
        relay: String,
        messageID: String,
        reason: String?,
        reply: String,
        advice: String?,
        isByDaemon: Bool,
        holdsAll: Bool = true
    ) {
        self.outcome = outcome
        self.address = address
        self.relay = relay
        self.messageID = messageID
        self.reason = reason
        self.reply = reply
        self.advice = advice
        self.isByDaemon = isByDaemon
        self.holdsAll = holdsAll
    }

    /// One JSON object.
    package var json: String {
        var object = JSONObject()
        object.add("outcome", text: outcome.rawValue)
        object.add("address", text: address)
        object.add("relay", text: relay)
        object.add("by", text: isByDaemon ? "daemon" : "command")
        object.add("message_id", text: messageID)
        object.add("reason", text: reason)
        object.add("reply", text: reply.isEmpty ? nil : reply)
        object.add("advice", text: advice)
        return object.line
    }

    /// The relay's words, and what to do.
    package func text(in phrases: Phrases) -> String {
        let said = reply.isEmpty ? nil : phrases.say("De mailserver zei: \(reply)", "The relay said: \(reply)")
        let parts = [line(in: phrases), advice, said].compactMap(\.self)
        return parts.map { $0.shownSafely(limit: 800) }.joined(separator: "\n") + "\n"
    }

    private func line(in phrases: Phrases) -> String {
        let by = isByDaemon ? phrases.say(" (door de dienst)", " (by the daemon)") : ""
        switch outcome {
        case .accepted:
            return phrases.say(
                "\(relay) heeft het proefbericht aan \(address) aangenomen\(by).",
                "\(relay) has accepted the test mail to \(address)\(by)."
            )
        case .refused:
            return phrases.say(
                "\(relay) weigert het proefbericht aan \(address)\(by).",
                "\(relay) refuses the test mail to \(address)\(by)."
            )
        case .deferred:
            return phrases.say(
                "Het proefbericht aan \(address) kon nu niet weg via \(relay)\(by).",
                "The test mail to \(address) could not leave by \(relay) now\(by)."
            )
        case .unknown:
            return phrases.say(
                "Of \(relay) het proefbericht aan \(address) heeft aangenomen, is niet bekend\(by).",
                "Whether \(relay) has accepted the test mail to \(address) is not known\(by)."
            )
        case .fault where !holdsAll:
            return phrases.say(
                "De instellingen en \(relay) passen niet bij elkaar; mail die zo wordt geweigerd blijft wachten\(by).",
                "The settings and \(relay) do not fit; mail that is refused like this waits\(by)."
            )
        case .fault:
            return phrases.say(
                "De instellingen en \(relay) passen niet bij elkaar; alle mail blijft zo wachten\(by).",
                "The settings and \(relay) do not fit; like this all mail waits\(by)."
            )
        }
    }
}
