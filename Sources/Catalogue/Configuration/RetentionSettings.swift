/// For how many days each kind of data is kept; `nil` for ever.
///
/// Nothing is removed unless the configuration says so: what was decided on is a record of the municipality, and how long
/// records are kept is for its own selection list (Archiefwet 1995, article 5) and not for a program.
package struct RetentionSettings: Hashable, Sendable {
    /// Files that were taken in.
    package var archive: Int?
    /// Files that were refused.
    package var quarantine: Int?
    /// The answers to dropped files.
    package var receipts: Int?
    /// The bytes of mails that were delivered; who was told what stays in the ledger.
    package var sentMail: Int?
    /// The files with the alert log of earlier months.
    package var alertLog: Int?

    /// Everything for ever.
    package static let everything = RetentionSettings()

    package init() {}
}
