/// What orders are decided on: the open episodes, and every silence there was.
package struct HandlingState: Hashable, Sendable {
    package private(set) var open: [Episode]
    package private(set) var silences: [Silence]

    package init(open: [Episode], silences: [Silence]) {
        self.open = open
        self.silences = silences
    }

    /// Takes over what a decision changes, so that the next order is decided on what it leaves.
    package mutating func take(_ decision: HandlingDecision) {
        let changed = Dictionary(decision.transitions.map { ($0.episode.run, $0.episode) }) { _, last in last }
        open = open.map { changed[$0.run] ?? $0 }
        if let begun = decision.begun { silences.append(begun) }
        if let ended = decision.ended { silences = silences.map { $0.id == ended.id ? ended : $0 } }
    }
}
