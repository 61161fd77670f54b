import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite("Who is told of a change")
struct NoticePlanTests {
    private func notices(
        _ kind: AlertEventKind,
        _ facts: FindingFacts = Sample.facts(),
        to subscriptions: [Subscription],
        told: Set<String> = [],
        indicator: Indicator? = Sample.indicator()
    ) -> [Notice] {
        let transition = Transition(kind: kind, episode: Sample.episode(facts, closed: kind.closes), at: Sample.at(500))
        return NoticePlan(subscriptions: subscriptions, by: .exact).notices(
            for: transition,
            indicator: indicator,
            told: told
        )
    }

    @Test(
        "A subscription hears of its programmes and packages",
        arguments: [
            (Subscription.Scope(), true), (Subscription.Scope(programmes: ["dronten"]), true),
            (Subscription.Scope(packages: ["6N"]), true),
            (Subscription.Scope(programmes: ["nop"], packages: ["6N"]), true),
            (Subscription.Scope(programmes: ["dronten"], packages: ["6P"]), true),
            (Subscription.Scope(programmes: ["nop"]), false),
            (Subscription.Scope(packages: ["6P"]), false),
        ]
    )
    func scope(scope: Subscription.Scope, hears: Bool) {
        #expect(notices(.opened, to: [Sample.subscription(about: scope)]).count == (hears ? 1 : 0))
    }

    /// A change, a subscription, and whether it is told, and at once.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let kind: AlertEventKind
        var severity = Severity.critical
        var digest: DigestTimes? = Sample.daily
        let atOnce: Severity?
        var told = false
        /// `nil` where it is not told; else whether at once.
        let urgent: Bool?
    }

    @Test(
        "At once, in the digest, or not at all",
        arguments: [
            Case(testDescription: "new, digest only", kind: .opened, atOnce: nil, urgent: false),
            Case(testDescription: "new and red, red at once", kind: .opened, atOnce: .critical, urgent: true),
            Case(
                testDescription: "new and amber, red at once",
                kind: .opened,
                severity: .warning,
                atOnce: .critical,
                urgent: false
            ),
            Case(
                testDescription: "new and amber, all at once",
                kind: .opened,
                severity: .warning,
                atOnce: .warning,
                urgent: true
            ),
            Case(
                testDescription: "worsened to red, red at once",
                kind: .worsened,
                atOnce: .critical,
                told: true,
                urgent: true
            ),
            Case(
                testDescription: "worsened within amber, red at once",
                kind: .worsened,
                severity: .warning,
                atOnce: .critical,
                told: true,
                urgent: false
            ),
            Case(
                testDescription: "eased waits for the digest",
                kind: .eased,
                severity: .warning,
                atOnce: .warning,
                told: true,
                urgent: false
            ),
            Case(
                testDescription: "an end waits for the digest",
                kind: .resolved,
                atOnce: .critical,
                told: true,
                urgent: false
            ),
            Case(
                testDescription: "an end without a digest goes at once",
                kind: .resolved,
                digest: nil,
                atOnce: .critical,
                told: true,
                urgent: true
            ),
            Case(
                testDescription: "a correction without a digest goes at once",
                kind: .corrected,
                digest: nil,
                atOnce: .critical,
                told: true,
                urgent: true
            ),
            Case(
                testDescription: "eased without a digest goes at once to whoever was told",
                kind: .eased,
                severity: .warning,
                digest: nil,
                atOnce: .critical,
                told: true,
                urgent: true
            ),
            Case(
                testDescription: "amber is not for one who wants only red and no digest",
                kind: .opened,
                severity: .warning,
                digest: nil,
                atOnce: .critical,
                urgent: nil
            ),
            Case(
                testDescription: "eased is not for one who was not told and has no digest",
                kind: .eased,
                severity: .warning,
                digest: nil,
                atOnce: .critical,
                urgent: nil
            ),
            Case(
                testDescription: "an end is not for one who was not told",
                kind: .resolved,
                atOnce: .critical,
                urgent: nil
            ),
            Case(
                testDescription: "a correction is not for one who was not told",
                kind: .corrected,
                atOnce: nil,
                urgent: nil
            ),
            Case(
                testDescription: "without digest and without at once nobody is told",
                kind: .opened,
                digest: nil,
                atOnce: nil,
                urgent: nil
            ),
        ]
    )
    func urgency(_ example: Case) {
        let subscription = Sample.subscription(digest: example.digest, atOnce: example.atOnce)
        let notices = notices(
            example.kind,
            Sample.facts(example.severity),
            to: [subscription],
            told: example.told ? ["s"] : []
        )
        #expect(notices.map(\.isUrgent) == (example.urgent.map { [$0] } ?? []))
        #expect(notices.allSatisfy { $0.subscription == "s" && $0.kind == example.kind && $0.at == Sample.at(500) })
    }

    @Test("Whoever was told hears of the end, whatever the scope has become")
    func toldBefore() {
        let subscription = Sample.subscription(about: Subscription.Scope(programmes: ["nop"]))
        #expect(notices(.resolved, to: [subscription], told: ["s"]).count == 1)
        #expect(notices(.worsened, to: [subscription], told: ["s"]).count == 1)
        #expect(notices(.resolved, to: [subscription]).isEmpty)
    }

    @Test("The end of an indicator that is no longer configured goes to those who were told")
    func withdrawn() {
        let subscriptions = [Sample.subscription("a"), Sample.subscription("b")]
        #expect(notices(.resolved, to: subscriptions, told: ["b"], indicator: nil).map(\.subscription) == ["b"])
    }

    @Test("Each subscription is told by itself")
    func several() {
        let subscriptions = [
            Sample.subscription("a", atOnce: .critical), Sample.subscription("b"),
            Sample.subscription("c", about: Subscription.Scope(packages: ["6P"])),
        ]
        let notices = notices(.opened, to: subscriptions)
        #expect(notices.map(\.subscription) == ["a", "b"])
        #expect(notices.map(\.isUrgent) == [true, false])
    }

    @Test(
        arguments: [
            (["6N"], true), (["dronten/6N"], true), (["noordoostpolder/6N"], false), (["6M3"], false),
        ] as [(Set<String>, Bool)]
    )
    func `a package is meant in every programme, or in the one that is named with it`(
        packages: Set<String>,
        covers: Bool
    ) {
        let indicator = Indicator(
            id: "wmo",
            title: "Wmo",
            unit: .count,
            better: .lower,
            cadence: Cadence(.year, dueDays: 1),
            programme: "dronten",
            package: "6N"
        )
        #expect(Subscription.Scope(packages: packages).covers(indicator) == covers)
    }
}
