package import Indicators

/// How far pages can be trusted to be up to date, by when the watch last did its work.
package struct PageFreshness: Hashable, Sendable {
    /// When the watch began.
    package let startedAt: Instant
    /// When it last did all of its work; `nil` where that has not happened since it began.
    package let passedAt: Instant?
    /// The seconds after which it does so again.
    package let evaluateEvery: Int
    /// Whether the configuration has been changed to one that has faults, so that the one before is in force.
    package let configurationIsFaulty: Bool

    package init(startedAt: Instant, passedAt: Instant?, evaluateEvery: Int, configurationIsFaulty: Bool) {
        self.startedAt = startedAt
        self.passedAt = passedAt
        self.evaluateEvery = evaluateEvery
        self.configurationIsFaulty = configurationIsFaulty
    }

    /// The moment that the watch has done nothing since; `nil` where it does its work.
    ///
    /// The first minutes after a start nobody is alarmed either.
    package func stillSince(at now: Instant) -> Instant? {
        let last = passedAt ?? startedAt
        let patience = Double(Self.patience(evaluateEvery: evaluateEvery))
        return Double(now.milliseconds - last.milliseconds) / 1000 > patience ? last : nil
    }

    /// The seconds that the end of the last pass may be ago before anybody is alarmed: a turn, two more that may be missed but
    /// an hour at most, and a minute.
    package static func patience(evaluateEvery: Int) -> Int {
        evaluateEvery + min(2 * evaluateEvery, 60 * 60) + 60
    }

    /// What is said at the top of every page; `nil` where nothing is the matter.
    ///
    /// - Parameters:
    ///   - now: the moment.
    ///   - zone: the zone of the moments it names.
    ///   - phrases: the language.
    /// - Returns: sentences.
    package func words(at now: Instant, in zone: LocalZone, _ phrases: Phrases) -> String? {
        let sentences = [still(at: now, zone, phrases), faulty(phrases)].compactMap(\.self)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private func still(at now: Instant, _ zone: LocalZone, _ phrases: Phrases) -> String? {
        stillSince(at: now).map { moment in
            let since = phrases.dateAndTime(zone.local(moment))
            return phrases.say(
                "Deze pagina is misschien niet actueel. Peilwacht heeft sinds \(since) geen ronde afgemaakt. "
                    + "Vraag de beheerder om hulp.",
                "This page may not be up to date. Peilwacht has not finished a round since \(since). "
                    + "Ask the administrator for help."
            )
        }
    }

    private func faulty(_ phrases: Phrases) -> String? {
        guard configurationIsFaulty else { return nil }
        return phrases.say(
            "De instellingen zijn gewijzigd, maar er staan fouten in. Daarom gelden de vorige instellingen nog. "
                + "De beheerder ziet de fouten met ‘peilwacht check’.",
            "The settings were changed, but have faults. The settings before still hold. "
                + "The administrator sees the faults with 'peilwacht check'."
        )
    }
}

extension Phrases {
    /// When figures were judged and taken in last, for the foot of a page; `nil` where neither has happened.
    package func freshness(judgedAt: Instant?, deliveredAt: Instant?, in zone: LocalZone) -> String? {
        let judged = judgedAt.map { moment in
            let when = dateAndTime(zone.local(moment))
            return say("De laatste beoordeling was op \(when).", "The last judgement was on \(when).")
        }
        let delivered = deliveredAt.map { moment in
            let when = dateAndTime(zone.local(moment))
            return say("De laatste levering kwam op \(when).", "The last delivery came on \(when).")
        }
        let sentences = [judged, delivered].compactMap(\.self)
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}
