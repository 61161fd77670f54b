package import Indicators

/// The state of a message.
package struct MessageState: Hashable, Sendable {
    package let id: Int
    package let key: String
    package let createdAt: Instant
    /// Where its file belongs.
    package let folder: OutboxFolder
    /// Whether an administrator gave it up: its file may be removed.
    package let isDropped: Bool

    package init(id: Int, key: String, createdAt: Instant, folder: OutboxFolder, isDropped: Bool = false) {
        self.id = id
        self.key = key
        self.createdAt = createdAt
        self.folder = folder
        self.isDropped = isDropped
    }
}
