import Assessment
import Indicators

/// Prints how many false alarms a year the profiles give, and how soon they find what really changes.
struct CalibrationBench {
    private let series = environment("RULE_BENCH_SERIES", otherwise: 1_000)
    private let rules = RuleSet()

    func run() {
        print("false alarms per 200 indicators a year (\(series) made-up series of each kind and level)")
        print(row("profile", ["mix: facts", "inferred", "on target: facts", "inferred", "1 sigma: facts", "inferred"]))
        for profile in AlertProfile.allCases {
            let levels = [0.0, 1, 2].map { rates(profile, better: $0) }
            let road = roadRate(profile)
            let mix = levels[0] * 0.1 + levels[1] * 0.4 + levels[2] * 0.3 + road * 0.2
            let shown = [mix, levels[0], levels[1]].flatMap { [$0.facts, $0.inferred] }
            print(row(profile.rawValue, shown.map(Self.told)))
        }
        print("")
        print(
            "opened within 1/2/3/5 values of a change, per cent, level 1 sigma better before (not open at the change)"
        )
        print(row("profile, kind", Self.changes.map(\.name)))
        for profile in AlertProfile.allCases {
            for kind in Kind.allCases where kind != .monthly {
                print(
                    row("\(profile.rawValue), \(kind.rawValue)", Self.changes.map { found($0.change, kind, profile) })
                )
            }
        }
    }

    // MARK: False alarms

    private enum Kind: String, CaseIterable {
        case register, survey, count, monthly

        /// How many of 200 indicators are of the kind.
        var share: Double {
            switch self {
            case .register: 120
            case .survey: 40
            case .count: 20
            case .monthly: 20
            }
        }
    }

    fileprivate struct Rates {
        var facts = 0.0
        var inferred = 0.0

        static func + (left: Self, right: Self) -> Self {
            Rates(facts: left.facts + right.facts, inferred: left.inferred + right.inferred)
        }

        static func * (rates: Self, factor: Double) -> Self {
            Rates(facts: rates.facts * factor, inferred: rates.inferred * factor)
        }
    }

    private func make(
        _ kind: Kind,
        _ maker: inout SeriesMaker,
        better level: Double,
        _ change: SeriesMaker.Change = .none
    ) -> MadeUpSeries {
        switch kind {
        case .register: maker.register(better: level, change)
        case .survey: maker.survey(better: level, change)
        case .count: maker.count(better: level, change)
        case .monthly: maker.monthly(better: level, change)
        }
    }

    /// Of 200 indicators at one level, a year.
    private func rates(_ profile: AlertProfile, better level: Double) -> Rates {
        Kind.allCases.reduce(Rates()) { sum, kind in
            var maker = SeriesMaker(noise: MadeUpNoise(seed: 100 + UInt64(level)), profile: profile)
            let count = kind == .monthly ? series / 20 : series
            let alerts = (0..<count).map { _ in MadeUpAlerts(of: make(kind, &maker, better: level), rules) }
            let years = Double(count) * (kind == .monthly ? 5 : Double(SeriesMaker.points - SeriesMaker.known))
            return sum + Rates(alerts) * (kind.share / years)
        }
    }

    /// Of 200 indicators on a true road, a year.
    private func roadRate(_ profile: AlertProfile) -> Rates {
        var maker = SeriesMaker(noise: MadeUpNoise(seed: 500), profile: profile)
        var (alerts, years): ([MadeUpAlerts], Int) = ([], 0)
        for number in 0..<series {
            let road = maker.road(gap: [2, 4, 8][number % 3], years: number % 2 == 0 ? 4 : 8)
            alerts.append(MadeUpAlerts(of: road, rules))
            years += road.judged.count
        }
        return Rates(alerts) * (200 / Double(years))
    }

    // MARK: Detection

    private static let changes: [(name: String, change: SeriesMaker.Change)] = [
        ("slide .25", SeriesMaker.Change(slide: 0.25)), ("slide .5", SeriesMaker.Change(slide: 0.5)),
        ("slide 1", SeriesMaker.Change(slide: 1)), ("step 1", SeriesMaker.Change(step: 1)),
        ("step 2", SeriesMaker.Change(step: 2)), ("step 3", SeriesMaker.Change(step: 3)),
    ]

    private func found(_ change: SeriesMaker.Change, _ kind: Kind, _ profile: AlertProfile) -> String {
        var maker = SeriesMaker(noise: MadeUpNoise(seed: 900), profile: profile)
        let first = (0..<series).map { _ -> Int? in
            let alerts = MadeUpAlerts(of: make(kind, &maker, better: 1, change), rules)
            return (alerts.facts + alerts.inferred).filter { $0 >= SeriesMaker.onset }.min()
        }
        return [1, 2, 3, 5].map { values in
            let within = first.count { $0.map { $0 < SeriesMaker.onset + values } ?? false }
            return "\(within * 100 / series)"
        }
        .joined(separator: "/")
    }

    // MARK: Print

    private func row(_ name: String, _ cells: [String]) -> String {
        pad(name, 22) + cells.map { pad($0, 18) }.joined()
    }

    private func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func told(_ rate: Double) -> String { "\((rate * 10).rounded() / 10)" }
}

extension CalibrationBench.Rates {
    fileprivate init(_ alerts: [MadeUpAlerts]) {
        self.init(
            facts: Double(alerts.reduce(0) { $0 + $1.facts.count }),
            inferred: Double(alerts.reduce(0) { $0 + $1.inferred.count })
        )
    }
}
