/// A picture of a chart in a mail, which stands there under a content id (RFC 2392).
package struct ChartPicture: Hashable, Sendable {
    /// The id without `cid:` and angle brackets.
    package let contentID: String
    /// What the picture shows, in words: `103, 108, 113; streefwaarde < 108`.
    package let alternative: String
    /// In CSS pixels.
    package let width: Int
    /// In CSS pixels.
    package let height: Int

    package init(contentID: String, alternative: String, width: Int, height: Int) {
        self.contentID = contentID
        self.alternative = alternative
        self.width = width
        self.height = height
    }
}
