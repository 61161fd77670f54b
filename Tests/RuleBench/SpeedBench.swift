import Assessment
import Indicators

/// Prints how many series of 12 points are judged a second by all rules, how that grows, and where the time goes.
struct SpeedBench {
    private let rules = RuleSet()

    func run() {
        print("")
        print("judging series of 12 points, one thread, processor time")
        var last: Double?
        for count in [1_000, 10_000, 100_000] {
            let deciding = seconds(count, informing: false)
            let all = seconds(count, informing: true)
            let growth = last.map { ", \(Self.told(all / $0)) times the ten times fewer" } ?? ""
            last = all
            print(
                "\(count) series: \(Int(Double(count) / all)) a second by all rules"
                    + " (\(Int(Double(count) / deciding)) by those that decide)\(growth)"
            )
        }
        print("of that, rule by rule:")
        let subjects = subjects(10_000)
        for rule in rules.rules(for: subjects[0].indicator) {
            let before = processorSeconds()
            for subject in subjects { _ = rule.finding(for: subject, on: today) }
            let micro = (processorSeconds() - before) * 1e6 / Double(subjects.count)
            print("  \(type(of: rule).name): \(Self.told(micro)) microseconds a series")
        }
    }

    private let today = CalendarDate(dayNumber: 20_000)

    private func seconds(_ count: Int, informing: Bool) -> Double {
        let assessor = Assessor(rules: rules, zone: LocalZone(name: "UTC") { _ in 0 })
        let subjects = subjects(count)
        let now = Instant(seconds: 20_000 * 86_400)
        let before = processorSeconds()
        var lights = 0
        for subject in subjects where assessor.assess(subject, at: now, informing: informing).light == .green {
            lights += 1
        }
        precondition(lights <= count)
        return processorSeconds() - before
    }

    /// Yearly series with one target for every period: a third on it, a third one sigma better, a third two.
    private func subjects(_ count: Int) -> [SeriesSubject] {
        var maker = SeriesMaker(noise: MadeUpNoise(seed: 7), profile: .facts)
        return (0..<count).map { number in
            let made = maker.register(better: Double(number % 3))
            return SeriesSubject(
                indicator: made.indicator,
                history: SeriesHistory(
                    key: SeriesKey(indicator: made.indicator.id, area: "GM0303"),
                    observations: Array(made.observations.prefix(12))
                ),
                targets: made.targets
            )
        }
    }

    private static func told(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
