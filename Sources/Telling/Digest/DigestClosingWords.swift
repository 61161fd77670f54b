internal import Indicators

/// What the closing part of a mail says.
extension DigestWords {
    func reason(_ scope: String) -> String {
        say(
            "U krijgt deze mail omdat u bent aangemeld voor \(scope).",
            "You get this mail because you are subscribed to \(scope)."
        )
    }

    /// Why somebody is told what another did not take up.
    var inPlaceOfOthers: String {
        say(
            "U krijgt deze mail omdat een melding die aan een ander is gestuurd, niet op tijd is opgepakt. U leest ook hoe "
                + "ze afloopt.",
            "You get this mail since an alert that was sent to somebody else was not taken up in time. You will be told how "
                + "it ends too."
        )
    }

    func automatic(at moment: String) -> String {
        say(
            "Peilwacht heeft deze mail automatisch gemaakt op \(moment).",
            "Peilwacht made this mail automatically on \(moment)."
        )
    }

    /// When somebody without fixed hours hears of an edit.
    var editsInNextMail: String {
        say(
            "Een wijziging in de instellingen leest u in de eerste mail daarna.",
            "A change of the settings stands in the first mail after it."
        )
    }

    /// Where alerts have a link by which they are taken up.
    var takeUpIsPersonal: String {
        say(
            "Met een link ‘Oppakken’ laat u weten dat u ermee bezig bent. U hoeft niet in te loggen. De links staan op uw naam: "
                + "stuur deze mail niet door.",
            "With a link ‘Take up’ you let it be known that you are at work on it, without signing in. The links are in your "
                + "name: do not pass this mail on."
        )
    }

    var contact: String {
        say(
            "Hebt u een vraag, of wilt u deze mail niet meer krijgen? Mail de beheerder:",
            "A question, or no longer want this mail? Write to the administrator:"
        )
    }

    /// What the lights mean where what is late is counted apart.
    var legend: String {
        say(
            "Rood: een streefwaarde is niet gehaald en het verschil is groter dan de marge. Oranje: het verschil blijft binnen "
                + "de marge of kan toeval zijn, of de waarde ligt niet op koers naar een streefwaarde die nog komt. Te laat: "
                + "gegevens zijn niet op tijd ontvangen. Groen: in orde of opgelost. Grijs: niet te beoordelen. ",
            "Red: a target is missed by more than the margin. Amber: missed within the margin or by chance, or not on course "
                + "for a target that lies ahead. Late: figures were not received in time. Green: in order, or resolved. "
                + "Grey: cannot be judged. "
        ) + legendOfPlans
    }

    /// What the lights of indicators mean.
    var legendOfIndicators: String {
        say(
            "Rood: een streefwaarde is niet gehaald en het verschil is groter dan de marge. Oranje: het verschil blijft binnen "
                + "de marge of kan toeval zijn, de waarde ligt niet op koers naar een streefwaarde die nog komt, of zal die "
                + "naar verwachting niet halen, of er ontbreekt iets. Groen: in orde of opgelost. Grijs: niet te beoordelen. ",
            "Red: a target is missed by more than the margin. Amber: missed within the margin or by chance, not on course for "
                + "a target that lies ahead or expected to miss it, or something is missing. Green: in order, or resolved. "
                + "Grey: cannot be judged. "
        ) + legendOfPlans
    }

    /// What the lights mean of what is done and of money.
    private var legendOfPlans: String {
        say(
            "Een mijlpaal is rood als hij is gestopt, of volgens het bericht na de geplande datum niet gereed is; oranje als hij "
                + "later wordt, de datum dichtbij is of na de datum niet gereed is gemeld. Een begrotingsregel is rood bij een "
                + "groot nadeel, en oranje bij een kleiner nadeel of een voordeel.",
            "A milestone is red where it is stopped, or not done by the report after its planned date; amber where it comes "
                + "later, its date is near, or it is not reported done after its date. A budget line is red with a great "
                + "disadvantage, and amber with a smaller one or an advantage."
        )
    }
}
