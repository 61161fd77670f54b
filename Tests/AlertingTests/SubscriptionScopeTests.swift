import Alerting
import Indicators
import Testing

/// What a subscription is about.
@Suite struct SubscriptionScopeTests {
    private static func indicator(owner: String?) -> Indicator {
        Indicator(
            id: "loket",
            title: "Loket",
            unit: .milestone,
            better: .higher,
            cadence: Cadence(.year, dueDays: 60),
            owner: owner,
            programme: "noordoostpolder",
            package: "1"
        )
    }

    @Test(
        arguments: [
            (Subscription.Scope(owners: ["Hans Wijnants"]), "Hans Wijnants", true),
            (Subscription.Scope(owners: ["Hans Wijnants"]), "Linda Verduin", false),
            (Subscription.Scope(owners: ["Hans Wijnants"]), nil, false),
            (Subscription.Scope(programmes: ["dronten"], owners: ["Hans Wijnants"]), "Hans Wijnants", true),
            (Subscription.Scope(programmes: ["noordoostpolder"], owners: ["Hans Wijnants"]), nil, true),
            (Subscription.Scope(), nil, true),
        ] as [(Subscription.Scope, String?, Bool)]
    )
    func `a subscription may follow an owner`(scope: Subscription.Scope, owner: String?, isCovered: Bool) {
        #expect(scope.covers(Self.indicator(owner: owner)) == isCovered)
    }
}
