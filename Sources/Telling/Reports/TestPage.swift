package import Indicators

/// What a mail says that only shows whether mail arrives.
package struct TestPage: Sendable {
    package let subject: String
    package let text: String
    package let html: String

    /// The page.
    ///
    /// - Parameters:
    ///   - person: who asked for it, as the system knows them.
    ///   - moment: when, in the zone that it is written in.
    ///   - phrases: the language.
    package init(askedBy person: String, at moment: LocalDateTime, phrases: Phrases) {
        let who = person.oneLine(limit: 100)
        subject = phrases.say("Proefbericht van Peilwacht", "Test mail of Peilwacht")
        let lines = [
            phrases.say(
                "Dit is een proefbericht. Het laat alleen zien dat mail van Peilwacht u bereikt.",
                "This is a test mail. It only shows that mail of Peilwacht reaches you."
            ),
            phrases.say(
                "Gevraagd door \(who), \(phrases.dateAndTime(moment)). U hoeft niets te doen.",
                "Asked for by \(who), \(phrases.dateAndTime(moment)). You need not do anything."
            ),
        ]
        text = lines.joined(separator: "\n\n") + "\n"
        let paragraphs = lines.map { line -> HTML in "<p>\(line)</p>" }
        let page: HTML = """
            <!DOCTYPE html><html lang="\(phrases.language.rawValue)"><body>\(HTML(joining: paragraphs))</body></html>
            """
        html = page.markup
    }
}
