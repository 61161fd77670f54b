internal import Indicators

extension TableForm {
    /// What kind of table it is, as its reader knows it: "een StatLine-download (CSV met statistische symbolen)".
    func words(in phrases: Phrases) -> String {
        switch self {
        case .statLineSymbols:
            phrases.say(
                "een StatLine-download (CSV met statistische symbolen)",
                "a StatLine download (CSV with statistical symbols)"
            )
        case .statLinePlain:
            phrases.say(
                "een StatLine-download (CSV zonder statistische symbolen)",
                "a StatLine download (CSV without statistical symbols)"
            )
        case .statLineTable:
            phrases.say("een StatLine-download in tabelvorm", "a StatLine download in the form of a table")
        case .statLineOld:
            phrases.say("een StatLine-download van voor 2018", "a StatLine download from before 2018")
        case .odata3:
            phrases.say(
                "een onbewerkte dataset van het CBS of het RIVM (OData 3)",
                "an unprocessed dataset of CBS or RIVM (OData 3)"
            )
        case .odata4: phrases.say("een levering van het CBS (OData 4)", "a delivery of CBS (OData 4)")
        case .iv3: phrases.say("een Iv3-bestand met taakvelden", "an Iv3 file with task fields")
        case .swing: phrases.say("een tabel van Swing (waarstaatjegemeente)", "a table of Swing (waarstaatjegemeente)")
        case .sdmxCSV1: phrases.say("een SDMX-CSV-bestand (1.0)", "an SDMX-CSV file (1.0)")
        case .sdmxCSV2: phrases.say("een SDMX-CSV-bestand (2)", "an SDMX-CSV file (2)")
        case .long: phrases.say("een tabel met één waarde per rij", "a table with one value a row")
        case .yearsAcross: phrases.say("een tabel met een kolom per jaar", "a table with a column for each year")
        case .table: phrases.say("een tabel", "a table")
        }
    }
}
