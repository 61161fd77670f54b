package import Assessment
package import Indicators

/// The sentences that explain a report, in whatever form it comes.
package struct ReportWords: Sendable {
    private let phrases: Phrases

    package init(_ phrases: Phrases) { self.phrases = phrases }

    /// What counts in the report, and what does not.
    package var basis: String {
        phrases.say(
            "Alleen wat op deze dag was vastgelegd, telt mee. De streefwaarden zijn zoals ze nu zijn ingesteld. De cijfers gaan "
                + "over het gebied als geheel; een deelgebied of een groep staat op de pagina van de indicator.",
            "Only what had been recorded by this day counts. Targets are those that are set now. Figures are about the area "
                + "as a whole; a part of it, or a group, stands on the page of the indicator."
        )
    }

    /// What each light says, the worst first.
    package var lights: [(Light, String)] {
        [
            (
                .red,
                phrases.say(
                    "wijkt ernstig af, zoals een streefwaarde die ruim niet is gehaald.",
                    "deviates seriously, such as a target that is missed by far."
                )
            ),
            (
                .amber,
                phrases.say(
                    "wijkt af, maar minder ernstig, of ligt niet op koers.",
                    "deviates less seriously, or is not on course."
                )
            ),
            (.green, phrases.say("in orde.", "in order.")),
            (
                .grey,
                phrases.say(
                    "niet te zeggen, of niet te tonen; de toelichting zegt waarom.",
                    "cannot be said, or not be shown; the explanation says why."
                )
            ),
        ]
    }
}
