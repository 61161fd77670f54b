extension Wording {
    static let ofWorkbooks: [IntakeReason: Wording] = [
        .fileIsEncrypted: Wording(
            "dit bestand heeft een wachtwoord. Sla het op zonder wachtwoord en lever het opnieuw aan.",
            "this file has a password. Save it without one and supply it again."
        ),
        .fileIsBinaryWorkbook: Wording(
            "dit is een binaire werkmap (.xlsb). Kies in Excel 'Opslaan als' en dan 'Excel-werkmap (.xlsx)'.",
            "this is a binary workbook (.xlsb). Choose 'Save as' in Excel, and then 'Excel Workbook (.xlsx)'."
        ),
        .fileIsWord: Wording(
            "dit is een Word-document; Peilwacht leest tabellen. Lever de tabel zelf aan.",
            "this is a Word document; Peilwacht reads tables. Supply the table itself."
        ),
        .zipDamaged: Wording(
            "dit bestand is beschadigd of niet af: wat erin staat klopt niet met de eigen inhoudsopgave. Open het in het programma "
                + "waarmee het is gemaakt, sla het opnieuw op en lever het opnieuw aan.",
            "this file is damaged or not complete: what is in it does not agree with its own table of contents. Open it in the "
                + "program that made it, save it again and supply it again."
        ),
        .zipTooLarge: Wording(
            "uitgepakt is dit bestand groter dan is toegestaan. Lever alleen het blad of de tabel met de cijfers aan.",
            "unpacked this file is larger than is allowed. Supply only the sheet or table with the figures."
        ),
        .zipPackingNotKnown: Wording(
            "dit bestand is ingepakt op een manier die Peilwacht niet leest. Pak het in als gewone zip, of lever de bestanden los "
                + "aan.",
            "this file is packed in a way that Peilwacht does not read. Pack it as an ordinary zip, or supply the files "
                + "themselves."
        ),
        .xmlDamaged: Wording(
            "deze werkmap is niet te lezen: de XML erin is beschadigd of niet toegestaan. Open haar in Excel of LibreOffice en sla "
                + "haar opnieuw op.",
            "this workbook cannot be read: the XML in it is damaged or not allowed. Open it in Excel or LibreOffice and save it "
                + "again."
        ),
    ].merging(ofSheets) { first, _ in first }

    private static let ofSheets: [IntakeReason: Wording] = [
        .workbookDamaged: Wording(
            "deze werkmap klopt niet: een deel of een cel ontbreekt of staat verkeerd. Open haar in Excel of LibreOffice en sla haar "
                + "opnieuw op.",
            "this workbook is not right: a part or a cell is missing or stands in the wrong place. Open it in Excel or "
                + "LibreOffice and save it again."
        ),
        .workbookTooLarge: Wording(
            "deze werkmap heeft meer cellen of tekst dan is toegestaan. Laat alleen het blad met de cijfers staan.",
            "this workbook has more cells or text than is allowed. Keep only the sheet with the figures."
        ),
        .noVisibleSheet: Wording(
            "deze werkmap heeft geen zichtbaar blad met cellen. Maak het blad met de cijfers zichtbaar.",
            "this workbook has no visible sheet of cells. Make the sheet with the figures visible."
        ),
        .noSuchSheet: Wording(
            "deze werkmap heeft geen blad {cell}. Geef het blad weer die naam, of pas de levering aan.",
            "this workbook has no sheet {cell}. Give the sheet that name again, or adapt the feed profile."
        ),
        .noTableInSheet: Wording(
            "op het blad {cell} staat geen tabel met cijfers die wordt herkend.",
            "on the sheet {cell} no table with figures is recognised."
        ),
        .cellTooLong: Wording(
            "een cel bevat meer tekst dan een cel kan bevatten. Maak de werkmap opnieuw uit de bron.",
            "a cell holds more text than a cell can hold. Make the workbook again from its source."
        ),
        .cellError: Wording(
            "{cell} is een foutmelding van het rekenprogramma, en geen waarde. Verbeter de cel of maak haar leeg.",
            "{cell} is an error of the spreadsheet, and no value. Correct the cell or empty it."
        ),
        .formulaNotComputed: Wording(
            "van deze formule is de uitkomst nooit berekend. Open het bestand in Excel en sla het op.",
            "this formula was never calculated. Open the file in Excel and save it."
        ),
        .yearOrDate: Wording(
            "{cell} kan een jaar zijn, maar de cel is opgemaakt als datum. Maak de celeigenschap 'Standaard', of vul de datum in.",
            "{cell} may be a year, but the cell is formatted as a date. Format the cell as 'General', or fill in the date."
        ),
        .dateNotInCalendar: Wording(
            "{cell} is opgemaakt als datum, maar is geen dag van de kalender. Verbeter de waarde of de celeigenschap.",
            "{cell} is formatted as a date, but is no day of the calendar. Correct the value or the format."
        ),
        .numberAsText: Wording(
            "{cell} staat als tekst in de werkmap, en niet als getal. Maak er een getal van en lever het bestand opnieuw aan.",
            "{cell} stands in the workbook as text, and not as a number. Make a number of it and supply the file again."
        ),
        .mergedRows: Wording(
            "in {cell} zijn cellen van meer rijen samengevoegd. Splits ze, en vul in elke rij in wat er hoort te staan.",
            "in {cell} cells of several rows are merged. Split them, and write in each row what should stand there."
        ),
        .percentMixed: Wording(
            "{cell} is een getal met procentopmaak, of juist een zonder, en hoger in deze kolom staat het andere soort. Geef alle cellen van "
                + "de kolom dezelfde opmaak.",
            "{cell} is a number with a percent format, or one without, and the other kind stands higher in this column. Give all "
                + "cells of the column the same format."
        ),
    ]
}
