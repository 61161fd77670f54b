/// The ways in which others write tables, as far as they are known by sight.
///
/// The labels are the same in receipt, profile and test. How to tell them apart, and what each has of its own, was found
/// in real files: formats A through L of the reference on file formats.
package enum TableForm: String, Hashable, Sendable, CaseIterable, Codable {
    /// StatLine, "CSV met statistische symbolen": every cell quoted and padded, a decimal point.
    case statLineSymbols = "statline-symbols"
    /// StatLine, "CSV zonder statistische symbolen": bare numbers, a decimal comma.
    case statLinePlain = "statline"
    /// StatLine, the table as it stands on the screen: title, header of more than one row, footer.
    case statLineTable = "statline-table"
    /// StatLine before 2018: a header of several rows that repeats its words.
    case statLineOld = "statline-old"
    /// OData 3: codes, and topics with a number at the end; RIVM and GGD publish so too.
    case odata3 = "odata-3"
    /// OData 4: one number a row, everything else in codes.
    case odata4 = "odata-4"
    /// Information for third parties (Iv3): revenue and cost by task field.
    case iv3
    /// Swing, behind waarstaatjegemeente.nl: period, level, area, and a column for each subject.
    case swing
    /// SDMX-CSV 1.0, as Eurostat gives it.
    case sdmxCSV1 = "sdmx-csv-1"
    /// SDMX-CSV 2.
    case sdmxCSV2 = "sdmx-csv-2"
    /// A number a row, with columns for year, area and variable, as Amsterdam's BBGA has.
    case long
    /// A column for each year.
    case yearsAcross = "years-across"
    /// Any other table.
    case table
}
