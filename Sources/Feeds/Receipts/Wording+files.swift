extension Wording {
    /// What a receipt says of a file that is none of the kinds that are read.
    static let ofFiles: [IntakeReason: Wording] = [
        .notARegularFile: Wording(
            "dit is geen gewoon bestand. Lever een CSV-bestand of een werkmap aan.",
            "this is not a regular file. Supply a CSV file or a workbook."
        ),
        .fileIsFolder: Wording(
            "dit is een map. Lever de bestanden zelf aan. Is het een levering van het CBS (OData 4), pak de hele map dan in als "
                + "één zip-bestand en lever dat aan.",
            "this is a folder. Supply the files themselves. If it is a delivery of CBS (OData 4), pack the whole folder as one zip "
                + "file and supply that."
        ),
        .symbolicLink: Wording(
            "dit is een koppeling naar een bestand op een andere plaats. Lever het bestand zelf aan.",
            "this is a link to a file in another place. Supply the file itself."
        ),
        .cannotRead: Wording(
            "het bestand kon niet worden gelezen. Controleer de leesrechten en lever het opnieuw aan.",
            "the file could not be read. Check its permissions and supply it again."
        ),
        .tooLarge: Wording(
            "het bestand is groter dan is toegestaan. Verdeel het over meer bestanden.",
            "the file is larger than is allowed. Divide it over several files."
        ),
        .changedWhileReading: Wording(
            "het bestand veranderde terwijl het werd gelezen. Lever het opnieuw aan als het af is.",
            "the file changed while it was read. Supply it again when it is complete."
        ),
        .vanished: Wording(
            "het bestand was weg voordat het gelezen kon worden. Lever het opnieuw aan.",
            "the file was gone before it could be read. Supply it again."
        ),
        .endedTheProgram: Wording(
            "het lezen van dit bestand is twee keer onverwacht afgebroken doordat het programma stopte. Vraag de beheerder in "
                + "het logboek na te gaan waardoor, en lever het daarna opnieuw aan.",
            "the reading of this file was broken off twice because the program ended unexpectedly. Ask the administrator to "
                + "look in the log for the cause, and then supply it again."
        ),
        .beingWritten: Wording(
            "er wordt nog in dit bestand geschreven. Lever het aan als het af is.",
            "somebody still writes in this file. Supply it when it is complete."
        ),
        .emptyFile: Wording(
            "het bestand is leeg. Controleer of het opslaan is gelukt en lever het opnieuw aan.",
            "the file is empty. Check whether it was saved and supply it again."
        ),
        .fileIsPDF: Wording(
            "dit is een PDF. Lever de cijfers aan als CSV-bestand.",
            "this is a PDF. Supply the figures as a CSV file."
        ),
        .fileIsSpreadsheet: Wording(
            "dit is een werkmap van een rekenprogramma. Kies in Excel 'Opslaan als' en dan 'CSV UTF-8'.",
            "this is a spreadsheet. Choose 'Save as' in Excel, and then 'CSV UTF-8'."
        ),
        .fileIsOldExcel: Wording(
            "dit is een oude Excel-werkmap (.xls). Kies in Excel 'Opslaan als' en dan 'Excel-werkmap (.xlsx)'.",
            "this is an old Excel workbook (.xls). Choose 'Save as' in Excel, and then 'Excel workbook (.xlsx)'."
        ),
        .fileIsZip: Wording(
            "in dit ingepakte bestand zit geen werkmap en geen levering van het CBS. Pak het uit en lever de bestanden los aan.",
            "this compressed file has no workbook and no delivery of CBS in it. Unpack it and supply the files themselves."
        ),
        .personalData: Wording(
            "hier staan waarschijnlijk persoonsgegevens. Haal de kolom weg en lever alleen totalen aan.",
            "there are probably personal data here. Take the column out and supply totals only."
        ),
        .fileIsImage: Wording(
            "dit is een afbeelding. Lever de cijfers aan als CSV-bestand.",
            "this is a picture. Supply the figures as a CSV file."
        ),
        .fileIsWebPage: Wording(
            "dit is een webpagina. Download de cijfers zelf als CSV-bestand.",
            "this is a web page. Download the figures themselves as a CSV file."
        ),
        .fileIsXML: Wording(
            "dit is een XML-bestand. Lever de cijfers aan als CSV-bestand.",
            "this is an XML file. Supply the figures as a CSV file."
        ),
        .fileIsFlatWorkbook: Wording(
            "dit is een werkmap van LibreOffice in één stuk (.fods). Kies in LibreOffice 'Opslaan als' en dan 'ODF-werkblad (.ods)'.",
            "this is a flat workbook of LibreOffice (.fods). Choose 'Save as' in LibreOffice, and then 'ODF Spreadsheet (.ods)'."
        ),
        .codesMissing: Wording(
            "dit is één bestand uit een levering van het CBS (OData 4). Zonder de bestanden met codes is niet te zien welke cijfers "
                + "voorlopig zijn en welke eenheid ze hebben. Pak de hele map in als één zip-bestand en lever dat aan.",
            "this is one file of a delivery of CBS (OData 4). Without the files with codes nobody can see which figures are "
                + "provisional and which unit they have. Pack the whole folder as one zip file and supply that."
        ),
        .codesAlone: Wording(
            "dit is een bestand met codes of met een beschrijving uit een levering van het CBS (OData 4), zonder cijfers. Pak de "
                + "hele map in als één zip-bestand en lever dat aan.",
            "this is a file with codes or with a description of a delivery of CBS (OData 4), without figures. Pack the whole "
                + "folder as one zip file and supply that."
        ),
        .twoDeliveries: Wording(
            "in dit zip-bestand zit meer dan één levering van het CBS. Lever elke levering aan als een eigen zip-bestand.",
            "this zip file has more than one delivery of CBS in it. Supply each delivery as a zip file of its own."
        ),
        .fileIsJSON: Wording(
            "dit is een JSON-bestand. Lever de cijfers aan als CSV-bestand.",
            "this is a JSON file. Supply the figures as a CSV file."
        ),
        .notACSV: Wording(
            "dit lijkt geen CSV-bestand: de regel is één veld, {cell}. Begin met indicator;periode;waarde, met tussen de velden "
                + "een puntkomma, komma of tab.",
            "this does not look like a CSV file: the line is one field, {cell}. Begin with indicator;period;value, with a "
                + "semicolon, comma or tab between the fields."
        ),
    ]
}
