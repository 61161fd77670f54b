package import Indicators

/// A page that says one thing: that there is nothing here, or that something cannot be told for now.
package struct PlainPage: Sendable {
    private let frame: PageFrame
    private let sentences: [String]

    /// The whole page.
    package var html: String {
        let home = Phrases(frame.language).say("Naar het overzicht", "To the overview")
        let paragraphs = HTML(joining: sentences.map { "<p>\($0)</p>\n" })
        return frame.page("\(paragraphs)<p><a href=\"\(PageAddress.overview.path)\">\(home)</a></p>\n")
    }

    /// That nothing stands at an address.
    package static func notFound(_ language: Language) -> PlainPage {
        let phrases = Phrases(language)
        return PlainPage(
            frame: PageFrame(
                title: phrases.say("Deze pagina bestaat niet", "There is no such page"),
                language: language
            ),
            sentences: [
                phrases.say(
                    "Misschien is het adres verkeerd getypt, of staat dit programma of deze indicator niet meer in de "
                        + "instellingen.",
                    "The address may have been mistyped, or the programme or indicator is not in the settings any more."
                )
            ]
        )
    }

    /// That no report can be made as of the days that were asked for.
    package static func noReport(_ language: Language) -> PlainPage {
        let phrases = Phrases(language)
        return PlainPage(
            frame: PageFrame(
                title: phrases.say("Voor deze dagen is er geen rapportage", "There is no report for these days"),
                language: language
            ),
            sentences: [
                phrases.say(
                    "Kies een peildatum die niet na vandaag ligt, en om mee te vergelijken een dag die voor de peildatum ligt.",
                    "Choose a day that does not lie ahead, and an earlier one to compare it with."
                )
            ]
        )
    }

    /// That a workbook cannot be made for now.
    package static func noWorkbook(_ language: Language) -> PlainPage {
        let phrases = Phrases(language)
        return PlainPage(
            frame: PageFrame(
                title: phrases.say("De werkmap kan nu niet worden gemaakt", "The workbook cannot be made now"),
                language: language
            ),
            sentences: [
                phrases.say(
                    "Kies CSV, of probeer het over een minuut opnieuw. Blijft dit zo, vraag dan de beheerder of de schijf vol is.",
                    "Choose CSV, or try again in a minute. If it stays like this, ask the administrator whether the disk is full."
                )
            ]
        )
    }

    /// That somebody may not handle alerts.
    ///
    /// - Parameters:
    ///   - name: who has signed in; `nil` for nobody.
    ///   - language: the language.
    /// - Returns: the page.
    package static func notAllowed(_ name: String?, _ language: Language) -> PlainPage {
        let phrases = Phrases(language)
        let who =
            name.map { name in
                phrases.say(
                    "‘\(name.oneLine(limit: 100))’ mag geen meldingen oppakken of toelichten.",
                    "'\(name.oneLine(limit: 100))' may not take up or explain alerts."
                )
            }
            ?? phrases.say(
                "U bent niet ingelogd. Alleen wie is ingelogd, kan meldingen oppakken en toelichten.",
                "You have not signed in. Only who has can take up and explain alerts."
            )
        return PlainPage(
            frame: PageFrame(
                title: phrases.say("Er is niets vastgelegd", "Nothing was kept"),
                language: language
            ),
            sentences: [
                who,
                phrases.say(
                    "Lezen kunt u hier wel. De beheerder zet namen bij ‘page: people’ in de instellingen.",
                    "You may read here. The administrator adds names as 'page: people' in the settings."
                ),
            ]
        )
    }

    /// That what is kept cannot be read.
    package static func unreadable(_ language: Language) -> PlainPage {
        let phrases = Phrases(language)
        return PlainPage(
            frame: PageFrame(
                title: phrases.say("De gegevens kunnen nu niet worden gelezen", "What is kept cannot be read now"),
                language: language
            ),
            sentences: [
                phrases.say(
                    "Probeer het over een minuut opnieuw. Blijft dit zo, vraag dan de beheerder om hulp.",
                    "Try again in a minute. If it stays like this, ask the administrator for help."
                )
            ]
        )
    }
}
