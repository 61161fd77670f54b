package import Feeds

/// Why an archive, or an entry of it, is not read.
///
/// Names in it come from the archive and are not escaped.
package enum ZipFault: Error, Hashable, Sendable {
    case notAnArchive
    /// It holds nothing.
    case empty
    /// It is cut off, or says one thing in one place and something else in another.
    case damaged(entry: String?)
    /// The entry holds more or less than it says.
    case sizeDiffers(entry: String)
    case fileTooLarge
    case tooManyEntries(Int)
    /// The entry, or all of them together, holds more than is looked at.
    case expandsTooFar(entry: String)
    case encrypted(entry: String)
    /// The entry is packed in another way than workbooks are.
    case packingNotKnown(entry: String)
    /// Two entries have one name, or names that only capitals or slashes tell apart.
    case sameName(String)
    case noSuchEntry(String)

    /// The label in the receipt.
    package var reason: IntakeReason {
        switch self {
        case .notAnArchive, .damaged, .sizeDiffers, .sameName: .zipDamaged
        case .empty: .fileIsZip
        case .fileTooLarge, .tooManyEntries, .expandsTooFar: .zipTooLarge
        case .encrypted: .fileIsEncrypted
        case .packingNotKnown: .zipPackingNotKnown
        case .noSuchEntry: .workbookDamaged
        }
    }
}
