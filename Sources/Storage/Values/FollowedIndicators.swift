package import Indicators

/// The indicators of which each recipient knows that they are watched.
package struct FollowedIndicators: Hashable, Sendable {
    /// By the address of the recipient.
    package var byRecipient: [String: Set<IndicatorID>]
    /// What a store of an earlier version watched, which did not keep who knew of it: whoever is subscribed when this
    /// version first meets it.
    package var ofEarlierVersion: Set<IndicatorID>

    package init(byRecipient: [String: Set<IndicatorID>] = [:], ofEarlierVersion: Set<IndicatorID> = []) {
        self.byRecipient = byRecipient
        self.ofEarlierVersion = ofEarlierVersion
    }
}
