package import Alerting
internal import Assessment
package import Indicators

/// The page that a link in a mail leads to: what it will do, and what came of it.
package struct TakeUpPage: Sendable {
    /// How it stands with the link.
    package enum Standing: Sendable {
        /// It can be done: the alert, and in whose name.
        case asked(Episode, by: String)
        case done(Episode, by: String)
        /// Somebody took it up before.
        case taken(Episode, Acknowledgement)
        /// The alert has ended.
        case ended
        /// Whoever the mail was for is not told of this any more.
        case notSubscribed
        case expired
        /// No link of ours.
        case forged
        /// It changed meanwhile, or could not be kept.
        case notCarriedOut
    }

    private let standing: Standing
    private let frame: PageFrame
    private let plan: PagePlan
    /// Where the form is sent: the address of the page itself.
    private let path: String

    /// - Parameters:
    ///   - standing: how it stands.
    ///   - token: the last part of the address.
    ///   - frame: what stands around it.
    ///   - plan: what may be told, and in which words.
    package init(_ standing: Standing, token: String, in frame: PageFrame, plan: PagePlan) {
        self.standing = standing
        self.frame = frame
        self.plan = plan
        path = PageAddress.takeUp(token).path
    }

    /// The title of a page about a standing.
    package static func title(_ standing: Standing, in phrases: Phrases) -> String {
        switch standing {
        case .asked: phrases.say("Deze melding oppakken?", "Take this alert up?")
        case .done: phrases.say("De melding is opgepakt", "The alert is taken up")
        case .taken: phrases.say("De melding was al opgepakt", "The alert was taken up already")
        case .ended: phrases.say("Deze melding is al gesloten", "This alert has ended")
        case .notSubscribed, .expired, .forged:
            phrases.say("Deze link werkt niet meer", "This link does not work any more")
        case .notCarriedOut: phrases.say("Het oppakken is niet gelukt", "It could not be taken up")
        }
    }

    /// The whole page.
    package var html: String { frame.page(content) }

    private var content: HTML {
        switch standing {
        case .asked(let episode, let name): HTML(joining: [alert(episode), explanation(name), form])
        case .done(let episode, let name):
            HTML(
                joining: [
                    alert(episode),
                    paragraph(
                        plan.say(
                            "\(name) heeft deze melding opgepakt. Dat geldt tot de melding is opgelost of erger wordt.",
                            "\(name) has taken this alert up. That holds until it is resolved or becomes worse."
                        )
                    ),
                ]
            )
        case .taken(let episode, let acknowledgement):
            HTML(
                joining: [
                    alert(episode),
                    paragraph(
                        HandlingWords(zone: plan.zone, phrases: plan.phrases).acknowledged(acknowledgement) + "."
                    ), nothing,
                ]
            )
        case .ended, .notSubscribed, .expired, .forged, .notCarriedOut:
            HTML(joining: [paragraph(reason), nothing])
        }
    }

    private var reason: String {
        switch standing {
        case .asked, .done, .taken: ""
        case .ended:
            plan.say("Er is niets meer op te pakken: de melding is gesloten.", "There is nothing left to take up.")
        case .notSubscribed:
            plan.say(
                "Het adres waar deze mail naartoe ging, krijgt geen mails meer over deze indicator.",
                "The address that this mail was sent to gets no mails about this indicator any more."
            )
        case .expired:
            plan.say(
                "De tijd van deze link is om. Gebruik de link in een nieuwere mail, of vraag de beheerder.",
                "The time of this link is over. Use the link in a later mail, or ask the administrator."
            )
        case .forged:
            plan.say(
                "Deze link is niet compleet of niet meer geldig. Open hem opnieuw vanuit de mail.",
                "This link is not complete, or not valid any more. Open it from the mail again."
            )
        case .notCarriedOut:
            plan.say(
                "De melding is intussen veranderd, of kon nu niet worden opgepakt. Probeer het over een minuut opnieuw.",
                "The alert has changed meanwhile, or could not be taken up now. Try again in a minute."
            )
        }
    }

    private var nothing: HTML { paragraph(plan.say("Er is niets veranderd.", "Nothing has changed.")) }

    private func paragraph(_ text: String) -> HTML { "<p>\(text)</p>\n" }

    /// What the alert is about and what it says.
    private func alert(_ exact: Episode) -> HTML {
        let account = EpisodeAccount(exact, held: [], plan: plan)
        let about = account.episode.facts.about
        let part = account.episode.alert.series.part(called: about.areaName)
        return """
            <p>\(account.light.symbol) \(plan.phrases.light(account.light)): \
            <strong>\(about.title.oneLine(limit: 160))\(part)</strong></p>
            <p>\(account.statement)</p>

            """
    }

    private func explanation(_ name: String) -> HTML {
        let what = plan.say(
            "Met de knop laat u weten dat \(name) hiermee bezig is. Dat geldt tot de melding is opgelost. Wordt ze erger, "
                + "dan vervalt het en krijgt iedereen weer bericht.",
            "With the button you let it be known that \(name) is at work on this. That holds until the alert is resolved. If "
                + "it gets worse, it ends, and everybody is told again."
        )
        let until = plan.say(
            "Zolang u niet op de knop drukt, verandert er niets.",
            "As long as you do not press the button, nothing changes."
        )
        return HTML(joining: [paragraph(what), paragraph(until)])
    }

    private var form: HTML {
        """
        <form method="post" action="\(path)" class="handling">
        <p><button type="submit">\(plan.say("Oppakken", "Take up"))</button></p>
        </form>

        """
    }
}
