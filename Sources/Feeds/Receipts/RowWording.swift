internal import Indicators

extension Wording {
    /// Of an amount that does not fit its budget.
    static let ofBudget = Wording(
        "bent u zeker van {cell}? Het bedrag past niet bij de begroting.",
        "are you sure of {cell}? The amount does not fit the budget."
    )

    /// What a receipt says of a faulty row.
    static let ofRows: [IntakeReason: Wording] = [
        .tooManyFields: Wording("deze rij heeft te veel velden.", "this row has too many fields."),
        .tooFewFields: Wording("deze rij heeft te weinig velden.", "this row has too few fields."),
        .unknownIndicator: Wording(
            "de indicator {cell} is niet bekend. Gebruik een id dat in een programma staat.",
            "the indicator {cell} is not known. Use an id that stands in a programme."
        ),
        .derivedIndicator: Wording(
            "de indicator {cell} wordt berekend en kan niet worden aangeleverd.",
            "the indicator {cell} is calculated and cannot be supplied."
        ),
        .notAMilestone: Wording(
            "de indicator {cell} is geen mijlpaal. Lever de waarden ervan aan in een bestand met indicator;periode;waarde.",
            "the indicator {cell} is not a milestone. Supply its values in a file with indicator;period;value."
        ),
        .unknownArea: Wording(
            "het gebied {cell} is niet bekend. Gebruik de code van het CBS of de naam zoals die in een programma staat.",
            "the area {cell} is not known. Use the code of CBS or the name as it stands in a programme."
        ),
        .areaUnclear: Wording(
            "de naam {cell} kan meer dan één gebied betekenen. Gebruik de code van het CBS.",
            "the name {cell} may mean more than one area. Use the code of CBS."
        ),
        .areaRefused: Wording(
            "het gebied {cell} wordt niet gevolgd, en deze levering hoort geen andere gebieden te bevatten. Haal de rijen van "
                + "andere gebieden weg, of laat de beheerder ze in het profiel laten overslaan (other_areas).",
            "the area {cell} is not watched, and this feed is not to have other areas. Take the rows of other areas out, or have "
                + "the administrator let the profile skip them (other_areas)."
        ),
        .breakdownNotReadable: Wording(
            "de uitsplitsing {cell} is niet te lezen. Schrijf naam=waarde, en bij meer dan één een komma ertussen.",
            "the breakdown {cell} cannot be read. Write name=value, with a comma between more than one."
        ),
        .periodNotReadable: Wording(
            "de periode {cell} is niet te lezen. Schrijf bijvoorbeeld 2026, 2026-Q1, 2026-04 of 2025/2026.",
            "the period {cell} cannot be read. Write for example 2026, 2026-Q1, 2026-04 or 2025/2026."
        ),
        .periodUnclear: Wording(
            "de periode {cell} kan meer dan één ding betekenen.",
            "the period {cell} may mean more than one thing."
        ),
        .periodNotWatched: Wording(
            "de periode {cell} is van een soort die niet wordt gevolgd. Lever waarden per jaar, kwartaal of maand aan.",
            "the period {cell} is of a kind that is not watched. Supply values for each year, quarter or month."
        ),
        .periodOfOtherKind: Wording(
            "de periode {cell} is van een andere soort dan de indicator heeft.",
            "the period {cell} is of another kind than the indicator has."
        ),
        .periodAhead: Wording(
            "de periode {cell} is nog niet begonnen en kan geen waarde hebben. Verbeter de periode.",
            "the period {cell} has not begun and cannot have a value. Correct the period."
        ),
        .unitDiffers: Wording(
            "{cell} heeft een andere eenheid dan de indicator. Reken de waarde om of verbeter de eenheid.",
            "{cell} has another unit than the indicator. Convert the value or correct the unit."
        ),
        .valueNotANumber: Wording(
            "{cell} is geen getal. Schrijf alleen het getal, of Nb als de waarde niet bekend is.",
            "{cell} is not a number. Write the number only, or Nb where the value is not known."
        ),
        .valueOutOfRange: Wording("de waarde {cell} kan niet voorkomen.", "the value {cell} cannot occur."),
        .thousandsOrDecimals: Wording(
            "{cell} kan met duizendtallen of met decimalen bedoeld zijn.",
            "{cell} may be meant with thousands or with decimals."
        ),
        .tooManyDecimals: Wording(
            "de waarde {cell} heeft decimalen die niet bij deze indicator passen. Controleer de waarde.",
            "the value {cell} has decimals that do not fit this indicator. Check the value."
        ),
        .implausible: Wording(
            "bent u zeker van {cell}? De waarde verschilt sterk van een andere.",
            "are you sure of {cell}? The value differs much from another one."
        ),
        .statusNotKnown: Wording(
            "de status {cell} is niet bekend. Schrijf definitief, voorlopig, bevestigd of ingetrokken.",
            "the status {cell} is not known. Write definitive, provisional, confirmed or withdrawn."
        ),
        .milestoneStatusNotKnown: Wording(
            "de status {cell} is niet bekend. Schrijf \(Phrases(.nl).choice(MilestoneStatus.allCases.map(\.rawValue))).",
            "the status {cell} is not known. Write \(Phrases(.en).choice(MilestoneStatus.allCases.map(\.english)))."
        ),
        .intervalNotAroundValue: Wording(
            "de waarde ligt niet tussen de ondergrens en de bovengrens: hier {cell}. Controleer de drie getallen.",
            "the value does not lie between the lower and the upper bound: here {cell}. Check the three numbers."
        ),
        .marginNotKnown: Wording(
            "{cell} is geen waarde en geen grens die het profiel kent. Laat de beheerder het profiel aanvullen (margins).",
            "{cell} is neither a value nor a bound that the profile knows. Have the administrator add it to the profile (margins)."
        ),
        .flagNotKnown: Wording(
            "de vlag {cell} is niet bekend, en dus ook niet wat deze waarde waard is. Vraag de leverancier wat de vlag betekent.",
            "the flag {cell} is not known, and so it is not known what this value is worth. Ask the supplier what the flag means."
        ),
        .codeNotDescribed: Wording(
            "de code {cell} staat niet in de bestanden met codes van deze levering. Misschien staan bestanden van twee tabellen door "
                + "elkaar. Haal de levering opnieuw op.",
            "the code {cell} does not stand in the files with codes of this delivery. Perhaps files of two tables are mixed. "
                + "Fetch the delivery again."
        ),
        .sectionNotRead: Wording(
            "deze rij staat onder de tussenkop {cell}, en gaat dus over een deel of een ander jaar. Zet wat de tussenkop zegt in een "
                + "eigen kolom.",
            "this row stands under the heading {cell}, and so it is about a part or another year. Write what the heading says in a "
                + "column of its own."
        ),
        .forecastNotPinned: Wording(
            "de periode {cell} is nog niet begonnen. Waarschijnlijk staan er ramingen bij de uitkomsten. Laat de beheerder in het "
                + "profiel zetten tot en met welke periode het uitkomsten zijn (outcomes_until).",
            "the period {cell} has not begun. There are probably forecasts among the outcomes. Have the administrator say in the "
                + "profile through which period they are outcomes (outcomes_until)."
        ),
        .countNotWhole: Wording(
            "{cell} is geen heel getal van 0 of meer. Schrijf het aantal zonder decimalen.",
            "{cell} is not a whole number of 0 or more. Write the count without decimals."
        ),
        .dateNotReadable: Wording(
            "de datum {cell} is niet te lezen. Schrijf 2026-12-31 of 31-12-2026.",
            "the date {cell} cannot be read. Write 2026-12-31 or 31-12-2026."
        ),
        .dateLongBefore: Wording(
            "de datum {cell} ligt lang voor het begin van het programma. Verbeter de datum.",
            "the date {cell} lies long before the beginning of the programme. Correct the date."
        ),
        .reportContradicts: Wording(
            "{cell} past niet bij de status van deze rij.",
            "{cell} does not go with the status of this row."
        ),
        .dateAhead: Wording(
            "de datum {cell} moet nog komen. Verbeter de datum.",
            "the date {cell} is still to come. Correct the date."
        ),
        .textTooLong: Wording(
            "de tekst is langer dan 1000 tekens: {cell}. Kort de tekst in.",
            "the text is longer than 1000 characters: {cell}. Shorten the text."
        ),
        .conflictingRows: Wording(
            "deze rij zegt iets anders dan een eerdere rij: {cell}. Laat de juiste staan.",
            "this row says something else than an earlier row: {cell}. Keep the right one."
        ),
        .withdrawalWithoutReason: Wording(
            "deze rij trekt een waarde in, maar zegt niet waarom. Schrijf de reden in de kolom toelichting.",
            "this row withdraws a value, but does not say why. Write the reason in the column note."
        ),
        .otherValueHolds: Wording(
            "deze rij trekt de waarde {cell} in, maar een andere waarde geldt. Verbeter de waarde, of laat het veld leeg.",
            "this row withdraws the value {cell}, but another value holds. Correct the value, or leave the field empty."
        ),
    ]
}
