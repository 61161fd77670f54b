import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

/// Who is told of a part, and of a part that its whole no longer speaks for.
@Suite struct InhibitedNoticeTests {
    private func told(
        _ kind: AlertEventKind,
        _ facts: FindingFacts = Sample.facts(),
        to subscriptions: [Subscription] = [Sample.subscription()],
        before: Set<String> = [],
        isInhibited: Bool,
        indicator: Indicator? = Sample.indicator()
    ) -> [Notice] {
        let episode = Sample.episode(facts, closed: kind.closes)
        return NoticePlan(subscriptions: subscriptions, by: .exact).notices(
            for: Transition(kind: kind, episode: episode, at: Sample.at(500)),
            indicator: indicator,
            told: before,
            hearsOfWhole: isInhibited ? Set(subscriptions.map(\.id)) : []
        )
    }

    @Test(arguments: [AlertEventKind.opened, .worsened, .eased, .released])
    func `nobody new is told of a part`(kind: AlertEventKind) {
        #expect(told(kind, isInhibited: true).isEmpty)
        #expect(told(kind, isInhibited: false).map(\.kind) == [kind])
    }

    @Test(arguments: [AlertEventKind.worsened, .eased, .resolved, .corrected])
    func `whoever was told of a part stays told`(kind: AlertEventKind) {
        #expect(told(kind, before: ["s"], isInhibited: true).count == 1)
    }

    @Test(arguments: [AlertEventKind.resolved, .corrected])
    func `who was never told of a part hears nothing of its end`(kind: AlertEventKind) {
        #expect(told(kind, isInhibited: true).isEmpty)
        #expect(told(kind, isInhibited: false).isEmpty)
    }

    @Test func `a reminder is for those who have not heard of it, and for nobody else`() {
        let all = [Sample.subscription("a"), Sample.subscription("b")]
        #expect(told(.released, to: all, before: ["a"], isInhibited: false).map(\.subscription) == ["b"])
        #expect(told(.released, to: all, before: ["a"], isInhibited: true).isEmpty)
        #expect(told(.released, to: all, before: ["a", "b"], isInhibited: false).isEmpty)
        let elsewhere = Sample.subscription(about: Subscription.Scope(programmes: ["nop"]))
        #expect(told(.released, to: [elsewhere], isInhibited: false).isEmpty)
        #expect(told(.released, isInhibited: false, indicator: nil).isEmpty)
    }

    @Test(
        arguments: [
            (Severity.critical, Severity.critical, true), (.warning, .critical, false), (.warning, .warning, true),
        ])
    func `a reminder is as urgent as the alert`(severity: Severity, atOnce: Severity, isUrgent: Bool) {
        let subscription = Sample.subscription(atOnce: atOnce)
        #expect(
            told(.released, Sample.facts(severity), to: [subscription], isInhibited: false).map(\.isUrgent) == [
                isUrgent
            ]
        )
        let withoutDigest = Sample.subscription(digest: nil, atOnce: atOnce)
        #expect(
            told(.released, Sample.facts(severity), to: [withoutDigest], isInhibited: false).count == (isUrgent ? 1 : 0)
        )
    }
}
