package import Indicators

/// How fresh the store is.
package struct Freshness: Hashable, Sendable {
    /// When a series was judged last; `nil` where none was.
    package let judgedAt: Instant?
    /// When a file was taken in or refused last; `nil` where none was.
    package let deliveredAt: Instant?

    package init(judgedAt: Instant?, deliveredAt: Instant?) {
        self.judgedAt = judgedAt
        self.deliveredAt = deliveredAt
    }
}
