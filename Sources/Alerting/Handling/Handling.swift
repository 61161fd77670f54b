package import Indicators

/// What people did with an open episode (afhandeling): none of it changes what is judged.
package struct Handling: Hashable, Sendable {
    /// Who took it up, and until when it therefore needs nobody's attention; `nil` where nobody did, or that is over.
    package var acknowledgement: Acknowledgement?
    /// What was answered to the duty to explain; each answer may be missing.
    package var explanation: Explanation
    /// The silence that holds its notices back at the moment; it is not kept with the episode, but follows from what the
    /// silences cover.
    package var silence: Silence?
    /// When the last acknowledgement ended; `nil` where there was none that did.
    package var unattendedSince: Instant?
    /// The period that was told when it ended; `nil` where none was.
    package var unattendedPeriod: Period?
    /// When it was told that an answer is missing; `nil` where it was not.
    package var remindedToExplain: Instant?

    package init(acknowledgement: Acknowledgement? = nil, explanation: Explanation = Explanation()) {
        self.acknowledgement = acknowledgement
        self.explanation = explanation
    }

    /// Nobody did anything with it yet.
    package static let none = Handling()

    /// What is kept with the episode.
    package var kept: Handling {
        var kept = self
        kept.silence = nil
        return kept
    }

    /// The same without what people wrote, which may say what is hidden: who did it, and when, is left.
    var withoutTexts: Handling {
        var handling = self
        if let own = acknowledgement {
            handling.acknowledgement = Acknowledgement(
                by: own.by,
                why: nil,
                at: own.at,
                until: own.until,
                period: own.period
            )
        }
        handling.silence = silence?.withoutTexts
        for part in Explanation.Part.allCases {
            guard let answer = explanation[part] else { continue }
            handling.explanation[part] = Explanation.Answer(text: "", by: answer.by, at: answer.at)
        }
        return handling
    }

    /// The same without the acknowledgement, which ended at a moment.
    func unacknowledged(at now: Instant, period: Period?) -> Handling {
        var handling = self
        handling.acknowledgement = nil
        handling.unattendedSince = now
        handling.unattendedPeriod = period
        return handling
    }
}
