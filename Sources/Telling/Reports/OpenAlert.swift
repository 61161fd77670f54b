package import Alerting
internal import Indicators

/// An open alert of a series, with what holds its notices back.
package struct OpenAlert: Hashable, Sendable {
    package let episode: Episode
    /// In the order of the stages.
    package let held: [MuteReason]

    package init(_ episode: Episode, held: [MuteReason]) {
        self.episode = episode
        self.held = held
    }

    /// The alert as it may be told.
    func told(by disclosure: Disclosure) -> OpenAlert {
        OpenAlert(episode.told(by: disclosure), held: held)
    }
}
