/// What a mail follows up: earlier mails to the same recipient that were handed over, or go out before it.
package struct MailThread: Hashable, Sendable {
    /// The id of the mail that is followed up.
    package let parent: Int
    /// The Message-IDs from the first mail of the thread to that one (RFC 5322 section 3.6.4); of a long thread the first
    /// one and the last ones.
    package let messageIDs: [String]

    package init(parent: Int, messageIDs: [String]) {
        self.parent = parent
        self.messageIDs = messageIDs
    }

    /// So many are named; a header of thousands would be refused.
    private static let mostNamed = 10

    /// The thread of all these Message-IDs, the first one first.
    package init?(through parent: Int, all messageIDs: [String]) {
        guard let root = messageIDs.first else { return nil }
        let rest = messageIDs.dropFirst().suffix(Self.mostNamed - 1)
        self.init(parent: parent, messageIDs: [root] + rest)
    }
}
