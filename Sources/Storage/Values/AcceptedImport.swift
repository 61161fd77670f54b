package import Indicators

/// An import that was taken in before.
package struct AcceptedImport: Hashable, Sendable {
    package let fileName: String
    package let at: Instant

    package init(fileName: String, at: Instant) {
        self.fileName = fileName
        self.at = at
    }
}
