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
}
