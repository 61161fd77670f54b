package import Assessment
package import Indicators

/// The sentences that explain a report, in whatever form it comes.
package struct ReportWords: Sendable {
    private let phrases: Phrases

    package init(_ phrases: Phrases) { self.phrases = phrases }

    /// What counts in the report, and what does not.
    package var basis: String {
        phrases.say(
            "Alleen wat uiterlijk op deze dag was vastgelegd, telt mee. Cijfers ‘volgens het document’ komen uit het document "
                + "zelf. De streefwaarden, marges en regels zijn die van nu. De cijfers gaan over het gebied als geheel; "
                + "deelgebieden en groepen staan hier niet in.",
            "Only what had been recorded by this day counts. Figures 'by the document' are the document's own. Targets, "
                + "margins and rules are those of now. Figures are about the area as a whole; parts of it and groups are "
                + "not in here."
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
