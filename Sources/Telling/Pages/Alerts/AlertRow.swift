package import Alerting

/// An open alert as a page lists it, exact.
package struct AlertRow: Sendable {
    package let episode: Episode
    /// The page of its series; `nil` where its indicator is not watched any more.
    package let page: PageAddress?

    package init(_ episode: Episode, page: PageAddress?) {
        self.episode = episode
        self.page = page
    }
}
