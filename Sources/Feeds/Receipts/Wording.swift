internal import Indicators

/// What a receipt says of one reason, in both languages; `{cell}` is where the cell is quoted.
///
/// Each says what is wrong and what to do, in short and common words, without blame. They begin with a small letter, since
/// the place in the file may stand before them.
struct Wording {
    let nl: String
    let en: String

    init(_ nl: String, _ en: String) {
        self.nl = nl
        self.en = en
    }

    /// The words in one language.
    func text(in phrases: Phrases) -> String { phrases.say(nl, en) }

    /// The wording of the reason.
    static func of(_ reason: IntakeReason) -> Wording {
        all[reason] ?? Wording(reason.rawValue, reason.rawValue)
    }

    private static let all = [ofFiles, ofWorkbooks, ofTexts, ofHeaders, ofRows, ofSkips]
        .reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }

    private static let ofSkips: [IntakeReason: Wording] = [
        .valueNotKnown: Wording(
            "de waarde is nog niet bekend of is geheim.",
            "the value is not known yet, or is secret."
        ),
        .noValue: Wording("er staat geen waarde.", "there is no value."),
        .notDelivered: Wording(
            "de waarde is niet geleverd.",
            "the value was not delivered."
        ),
        .notApplicable: Wording(
            "een waarde is hier niet van toepassing.",
            "a value does not apply here."
        ),
        .cannotOccur: Wording(
            "een waarde kan hier niet voorkomen.",
            "a value cannot occur here."
        ),
        .emptyRow: Wording("de rij is leeg.", "the row is empty."),
        .duplicateInFile: Wording(
            "hetzelfde staat al eerder in dit bestand.",
            "the same stands earlier in this file."
        ),
        .areaNotWatched: Wording("het gebied wordt niet gevolgd.", "the area is not watched."),
        .otherMember: Wording(
            "de rij gaat over een ander onderdeel dan wordt gevolgd.",
            "the row is about another part than is watched."
        ),
        .remark: Wording("dit is een opmerking bij de tabel.", "this is a note to the table."),
        .forecast: Wording(
            "dit is een raming, en geen uitkomst.",
            "this is a forecast, and no outcome."
        ),
        .otherPeriodKind: Wording(
            "de periode is van een andere soort dan de indicator heeft, zoals een jaar naast kwartalen.",
            "the period is of another kind than the indicator has, as a year beside quarters."
        ),
        .sectionRow: Wording(
            "dit is een tussenkop: er staat geen getal bij.",
            "this is a heading within the table: it has no number."
        ),
        .boundAlone: Wording(
            "hier staat een grens van een interval waarvan de waarde ontbreekt.",
            "this is a bound of an interval whose value is missing."
        ),
        .boundOfValue: Wording(
            "de rij hoort bij een andere rij: samen geven ze één waarde met haar grenzen.",
            "the row belongs to another one: together they give one value with its bounds."
        ),
        .areaMerged: Wording(
            "de gemeente bestaat niet meer. Ze ging op in een gemeente die wordt gevolgd; haar cijfers tellen daar niet voor mee.",
            "the municipality exists no more. It became part of one that is watched; its figures do not count for that one."
        ),
        .nothingToWithdraw: Wording(
            "er geldt geen waarde voor deze periode; er is niets ingetrokken.",
            "no value holds for this period; nothing was withdrawn."
        ),
    ]
}

extension Wording {
    private static let ofTexts: [IntakeReason: Wording] = [
        .encodingUTF16: Wording(
            "het bestand is opgeslagen als 'Unicode-tekst' (UTF-16). Sla het op als 'CSV UTF-8'.",
            "the file was saved as 'Unicode text' (UTF-16). Save it as 'CSV UTF-8'."
        ),
        .encodingNotReadable: Wording(
            "hier staan tekens die niet te lezen zijn: de tekst is geen UTF-8 en geen Windows-1252. Sla het bestand op als "
                + "'CSV UTF-8'.",
            "there are characters here that cannot be read: the text is not UTF-8 or Windows-1252. Save the file as "
                + "'CSV UTF-8'."
        ),
        .encodingMixed: Wording(
            "hier staat een teken dat geen UTF-8 is, terwijl de tekst op andere plaatsen wel UTF-8 is. Maak het bestand opnieuw "
                + "uit de bron, of verbeter het teken en sla het bestand op als 'CSV UTF-8'.",
            "there is a character here that is not UTF-8, while the text is UTF-8 in other places. Make the file again from "
                + "its source, or correct the character and save the file as 'CSV UTF-8'."
        ),
        .nulByte: Wording(
            "hier staat een teken dat in tekst niet voorkomt (NUL). Sla het bestand opnieuw op als 'CSV UTF-8'.",
            "there is a character here that text does not have (NUL). Save the file again as 'CSV UTF-8'."
        ),
        .damagedText: Wording(
            "hier staat het teken U+FFFD: bij eerder opslaan gingen letters verloren. Maak het bestand opnieuw uit de bron.",
            "the character U+FFFD stands here: letters were lost when it was saved before. Make the file again from its source."
        ),
        .unterminatedQuote: Wording(
            "het aanhalingsteken dat hier begint, wordt nergens gesloten. Zet er een achter de tekst, of haal het weg.",
            "the quotation mark that opens here is never closed. Put one behind the text, or take it away."
        ),
        .textAfterQuote: Wording(
            "achter een sluitend aanhalingsteken staat nog tekst. Schrijf een aanhalingsteken binnen een veld dubbel (\"\").",
            "text follows a closing quotation mark. Write a quotation mark within a field twice (\"\")."
        ),
        .swallowedRows: Wording(
            "vanaf hier staan vele rijen binnen één paar aanhalingstekens. Maak het bestand opnieuw uit de bron; bewerken en "
                + "opslaan heeft de aanhalingstekens waarschijnlijk verdubbeld.",
            "from here on many rows stand within one pair of quotation marks. Make the file again from its source; editing "
                + "and saving has probably doubled the quotation marks."
        ),
        .recordTooLong: Wording(
            "deze rij is langer dan 64 kB. Controleer de aanhalingstekens en de regeleinden.",
            "this row is longer than 64 kB. Check its quotation marks and line ends."
        ),
        .tooManyColumns: Wording(
            "deze rij heeft meer dan 1000 velden. Controleer het teken tussen de velden.",
            "this row has more than 1000 fields. Check the character between the fields."
        ),
        .separatorNotSupported: Wording(
            "tussen de velden staat een ander teken dan puntkomma, komma of tab: {cell}. Sla het bestand op met puntkomma's.",
            "the character between the fields is none of semicolon, comma and tab: {cell}. Save the file with semicolons."
        ),
        .linesInQuotes: Wording(
            "elke regel staat als geheel tussen aanhalingstekens, en is zo maar één veld: {cell}. Dat gebeurt als een CSV-bestand "
                + "wordt geopend en opnieuw opgeslagen. Download het opnieuw, en lever het aan zonder het te openen.",
            "each line stands in quotation marks as a whole, and so is one field only: {cell}. That happens where a CSV file is "
                + "opened and saved again. Download it again, and supply it without opening it."
        ),
        .decimalSignUnclear: Wording(
            "{cell} kan met duizendtallen of met decimalen bedoeld zijn, en geen andere waarde maakt het duidelijk. Schrijf de "
                + "decimalen uit (1,010 als 1,01), laat het teken bij duizendtallen weg, of leg het decimaalteken vast in een levering.",
            "{cell} may be meant with thousands or with decimals, and no other value makes it clear. Write the decimals out "
                + "(1.010 as 1.01), leave the sign out of thousands, or declare the decimal sign in a feed profile."
        ),
        .decimalCommaUnquoted: Wording(
            "{cell} kan één getal met een decimale komma zijn, of twee velden.",
            "{cell} may be one number with a decimal comma, or two fields."
        ),
        .decimalSignsMixed: Wording(
            "in dit bestand staan getallen met een decimale komma en met een decimale punt: hier {cell}. Gebruik één van beide.",
            "this file has numbers with a decimal comma and with a decimal point: here {cell}. Use one of them."
        ),
        .decimalSignOfOtherForm: Wording(
            "het getal {cell} heeft een ander decimaalteken dan bestanden van deze soort hebben. Haal het bestand opnieuw op, of "
                + "laat de beheerder decimal_sign in het profiel zetten.",
            "the number {cell} has another decimal sign than files of this kind have. Fetch the file again, or have the "
                + "administrator set decimal_sign in the profile."
        ),
    ]

    private static let ofHeaders: [IntakeReason: Wording] = [
        .headerNotRecognised: Wording(
            "dit is geen kopregel die wordt herkend: {cell}. Begin het bestand met indicator;periode;waarde, of voor mijlpalen "
                + "met mijlpaal;peildatum;status.",
            "this is not a header that is recognised: {cell}. Begin the file with indicator;period;value, or for milestones "
                + "with milestone;reference_date;status."
        ),
        .unknownColumn: Wording(
            "de kolom {cell} is niet bekend. Verbeter de naam of laat de kolom weg.",
            "the column {cell} is not known. Correct its name or leave the column out."
        ),
        .doubledColumn: Wording(
            "deze kolom staat er meer dan eens in: {cell}. Laat er één staan.",
            "this column stands there more than once: {cell}. Keep one of them."
        ),
        .missingColumn: Wording("deze kolom ontbreekt.", "this column is missing."),
        .noRows: Wording(
            "het bestand heeft een kopregel, maar geen rijen. Controleer of het opslaan is gelukt.",
            "the file has a header, but no rows. Check whether it was saved."
        ),
        .needsProfile: Wording(
            "Peilwacht weet nog niet welke kolommen van dit bestand bij welke indicator horen.",
            "Peilwacht does not know yet which columns of this file belong to which indicator."
        ),
        .profileDoesNotFit: Wording(
            "dit bestand heeft de kolom {cell} niet, of heeft haar meer dan één keer.",
            "this file does not have the column {cell}, or has it more than once."
        ),
        .noNumbers: Wording(
            "in deze tabel staan alleen teksten, en geen cijfers. Er is niets in te nemen.",
            "this table has texts only, and no figures. There is nothing to take in."
        ),
        .unpinnedDimension: Wording(
            "de cijfers gaan over het onderdeel {cell}, en het profiel zegt niet welk onderdeel nodig is. Laat de beheerder deze "
                + "kolom in het profiel vastzetten (pin).",
            "the figures are about the part {cell}, and the profile does not say which part is needed. Have the administrator "
                + "pin this column in the profile (pin)."
        ),
        .cellWithoutColumn: Wording(
            "{cell} staat in een kolom zonder naam. Geef de kolom een naam in de kopregel, of maak de cel leeg.",
            "{cell} stands in a column without a name. Name the column in the header, or empty the cell."
        ),
        .periodNotNamed: Wording(
            "de naam of de titel {cell} noemt geen periode, en het profiel leest haar daar. Zet de periode erin, zoals 2024 of "
                + "2024-Q1.",
            "the name or the title {cell} names no period, and the profile reads it there. Write the period in it, as in 2024 or "
                + "2024-Q1."
        ),
        .periodsNamed: Wording(
            "de naam of de titel {cell} kan meer dan één periode noemen.",
            "the name or the title {cell} may name more than one period."
        ),
        .noWatchedArea: Wording(
            "geen enkele rij gaat over een gebied dat wordt gevolgd; de eerste gaat over {cell}. Gebruik de code van het CBS of "
                + "de naam zoals die in een programma staat. Welke gebieden worden gevolgd, bepaalt de beheerder.",
            "no row is about an area that is watched; the first is about {cell}. Use the code of CBS or the name as it stands "
                + "in a programme. Which areas are watched, the administrator decides."
        ),
    ]
}
