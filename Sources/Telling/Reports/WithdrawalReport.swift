package import Feeds
package import Indicators

/// What was taken back, and what holds since.
package struct WithdrawalReport: Sendable {
    private let order: Withdrawal
    private let disclosure: Disclosure
    private let zone: LocalZone
    private let phrases: Phrases

    package init(_ order: Withdrawal, by disclosure: Disclosure, zone: LocalZone, phrases: Phrases) {
        self.order = order
        self.disclosure = disclosure
        self.zone = zone
        self.phrases = phrases
    }

    /// One JSON object.
    package func json(_ values: IntakeTally.Listed<WithdrawnValue>) -> String {
        var object = JSONObject()
        object.add("by", text: order.by)
        object.add("why", text: order.why)
        object.add("at", text: zone.timestamp(order.at))
        object.add("count", count: values.count)
        object.add("values", .array(values.items.map { $0.told(by: disclosure).json }))
        return object.line
    }

    /// Lines for a terminal.
    package func text(_ values: IntakeTally.Listed<WithdrawnValue>) -> String {
        guard !values.isEmpty else {
            return phrases.say(
                "vastgelegd; geen waarde die nu geldt is veranderd\n",
                "kept; no value that holds now has changed\n"
            )
        }
        let rest = values.count - values.items.count
        let more = rest > 0 ? phrases.say("en nog \(rest) andere\n", "and \(rest) more\n") : ""
        return values.items.map { $0.told(by: disclosure).sentence(in: phrases).shownSafely(limit: 400) + "\n" }
            .joined() + more
    }
}
