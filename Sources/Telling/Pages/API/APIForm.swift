/// How an answer for programs is written.
package enum APIForm: String, Hashable, Sendable, CaseIterable {
    case json
    /// A table for a spreadsheet, in the configured language's separator and decimal sign.
    case csv
}
