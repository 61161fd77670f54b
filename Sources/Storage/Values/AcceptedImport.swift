package import Indicators

/// An import that was taken in before.
package struct AcceptedImport: Hashable, Sendable {
    package let fileName: String
    package let at: Instant
    /// The claim that its file was held by, where it was claimed.
    package let claim: String?

    package init(fileName: String, at: Instant, claim: String? = nil) {
        self.fileName = fileName
        self.at = at
        self.claim = claim
    }
}
