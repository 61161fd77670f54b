import AlertSamples
import Alerting
import Assessment
import Indicators
import Testing

@Suite("When somebody is told of what is hidden")
struct HiddenNoticeTests {
    private static let indicator = Indicator(
        id: "wmo",
        title: "Wmo",
        unit: .count,
        better: .lower,
        cadence: Cadence(.year, dueDays: 120),
        programme: "dronten",
        package: "6N",
        counts: [.persons]
    )

    private static let disclosure: Disclosure = {
        let register = IndicatorRegister(programmes: [], indicators: [indicator], paths: [:], areaNames: [:])
        return Disclosure(PersonCounts(register, limits: CountLimits()), histories: [])
    }()

    private func notices(_ kind: AlertEventKind, value: String, to subscription: Subscription) -> [Notice] {
        let facts = Sample.facts(.critical, value: value)
        let transition = Transition(kind: kind, episode: Sample.episode(facts), at: Sample.at(500))
        return NoticePlan(subscriptions: [subscription], by: Self.disclosure)
            .notices(for: transition, indicator: Self.indicator, told: kind == .opened ? [] : ["s"])
    }

    @Test("a mail at once gives no colour away: what is hidden is told as the least severe", arguments: ["7", "112"])
    func atOnce(value: String) {
        let isHidden = value == "7"
        let red = Sample.subscription(atOnce: .critical)
        #expect(notices(.opened, value: value, to: red).map(\.isUrgent) == [!isHidden])
        #expect(notices(.worsened, value: value, to: red).map(\.isUrgent) == [!isHidden])
        let onlyRed = Sample.subscription(digest: nil, atOnce: .critical)
        #expect(notices(.opened, value: value, to: onlyRed).isEmpty == isHidden)
        let all = Sample.subscription(atOnce: .warning)
        #expect(notices(.opened, value: value, to: all).map(\.isUrgent) == [true])
    }

    @Test("the notice itself stays exact: what is kept is what was decided")
    func exact() {
        let notice = notices(.opened, value: "7", to: Sample.subscription()).first
        #expect(notice?.episode.facts.value?.amount == ExactDecimal(7))
        #expect(notice?.told(by: Self.disclosure).episode.facts.value == nil)
    }

    private static func acknowledged(_ value: String) -> Episode {
        var episode = Sample.episode(Sample.facts(.critical, value: value))
        episode.handling.acknowledgement = Acknowledgement(by: "J", why: "3 erbij", at: Sample.at(1), until: .resolved)
        episode.handling.explanation.cause = Alerting.Explanation.Answer(
            text: "van 4 naar 7",
            by: "J",
            at: Sample.at(1)
        )
        return episode
    }

    @Test("which way a hidden alert went does not show in whether it is still taken up", arguments: ["7", "112"])
    func attended(value: String) {
        let kinds: [AlertEventKind] = [.worsened, .eased]
        let isOver = kinds.map { kind in
            let change = Transition(kind: kind, episode: Self.acknowledged(value), at: Sample.at(400))
            let changes = EpisodeChanges(transitions: [change])
                .endingAcknowledgements(by: Self.disclosure, at: Sample.at(400))
            return changes.transitions[0].episode.handling.acknowledgement == nil
        }
        #expect(isOver == (value == "7" ? [true, true] : [true, false]))
    }

    @Test("what people wrote about a hidden alert is not told; who did it is")
    func texts() {
        let told = Self.acknowledged("7").told(by: Self.disclosure).handling
        #expect(told.acknowledgement?.why == nil && told.acknowledgement?.by == "J")
        #expect(told.explanation.cause == Alerting.Explanation.Answer(text: "", by: "J", at: Sample.at(1)))
        #expect(Self.acknowledged("112").told(by: Self.disclosure).handling.acknowledgement?.why == "3 erbij")
        let note = HandlingNote(.explained([.cause: "van 4 naar 7"]), by: "J", why: "w")
        let change = Transition(kind: .explained, episode: Self.acknowledged("7"), at: Sample.at(2), note: note)
        #expect(change.told(by: Self.disclosure).note == HandlingNote(.explained([.cause: ""]), by: "J"))
    }
}
