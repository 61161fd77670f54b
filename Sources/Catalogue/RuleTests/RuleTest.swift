package import Indicators

/// What a user expects of the rules: at these moments these files come in, and then this is so.
package struct RuleTest: Hashable, Sendable {
    package let name: String
    /// The file that it stands in, as the user named it, and its line.
    package let file: String
    package let line: Int
    /// When the watch begins; what deviates then is no news.
    package let start: Instant
    package let steps: [Step]

    /// One moment of a test.
    package struct Step: Hashable, Sendable {
        package let at: Instant
        package let line: Int
        /// What comes in then; `nil` where nothing does.
        package let delivery: Delivery?
        /// How many rows of it are refused; 0 where nothing is said.
        package let refused: Int
        package let lights: [Light]
        /// What happened since the step before; `nil` where nothing is said of it.
        package let events: [Alert]?
        /// The alerts that are open then; `nil` where nothing is said of it.
        package let open: [Alert]?
        /// The mails since the step before, each expectation met by one of its own.
        package let mails: [Mail]
        /// Who gets no mail since the step before.
        package let silent: [String]
    }

    /// A file that comes in.
    package struct Delivery: Hashable, Sendable {
        package let name: String
        package let bytes: [UInt8]
    }

    /// The light of a series.
    package struct Light: Hashable, Sendable {
        package let series: SeriesKey
        /// In the words of `status --json`.
        package let light: String
        package let line: Int
    }

    /// An alert or a change of one: the members that it has to have, in the words of the alert log.
    package struct Alert: Hashable, Sendable {
        package let indicator: IndicatorID
        package let members: [Member]
        package let line: Int
    }

    /// A member of a line of the alert log.
    package struct Member: Hashable, Sendable {
        package let name: String
        package let text: String
    }

    /// A mail: to whom, and what stands in it.
    package struct Mail: Hashable, Sendable {
        package let recipient: String
        /// Texts that subject or plain text hold, whatever the line breaks.
        package let says: [String]
        /// Texts that they do not hold.
        package let omits: [String]
        package let line: Int
    }

    /// The indicators that the test names, and is about; what happens to others is no part of it.
    package var indicators: Set<IndicatorID> {
        Set(
            steps.flatMap { step in
                step.lights.map(\.series.indicator) + ((step.events ?? []) + (step.open ?? [])).map(\.indicator)
            }
        )
    }
}
