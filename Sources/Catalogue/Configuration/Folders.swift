/// The folders through which files and mails go, as absolute paths.
package struct Folders: Hashable, Sendable {
    package let inbox: String
    package let work: String
    package let archive: String
    package let quarantine: String
    package let receipts: String
    package let outbox: String
    /// Where administrators drop acts of handling; `nil` where they do not.
    package let handling: String?
}
