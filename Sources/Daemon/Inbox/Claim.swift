package import Feeds
package import Files

/// A dropped file that was moved out of everybody's reach: alone, under its own name, in a folder of its own below `work`.
package struct Claim: Sendable {
    /// The name of the folder.
    package let id: FileName
    package let folder: Directory
    /// The name that the file was dropped under.
    package let name: FileName
    /// Whether an earlier pass, or an earlier life of the daemon, claimed it.
    package let isLeftOver: Bool
}
