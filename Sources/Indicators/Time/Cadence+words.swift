extension Cadence {
    /// How often, and by when: `per kwartaal, uiterlijk de 15e werkdag na afloop`.
    package func words(in phrases: Phrases) -> String {
        let kind = phrases.say(kind.dutch, kind.rawValue)
        let often =
            every == 1
            ? phrases.say("per \(kind)", "each \(kind)")
            : phrases.say("per \(kind), elke \(every)e", "every \(every)th \(kind)")
        return "\(often), \(due.words(in: phrases))"
    }
}
