internal import Assessment
internal import Indicators
internal import Storage

/// Reads from a store what pages show of everything at once.
///
/// What is judged anew for that is bounded, whatever the store holds.
struct StandingsLoader {
    let store: any JudgingStore & StandingStore
    let active: ActiveConfiguration
    let now: Instant

    /// So many series with hidden values are judged; what lies beyond is counted as grey, which says nothing of its values.
    private static let mostHidden = 2000
    private static let batch = 500
    /// Among so many the worst are looked for: whole areas first, then their parts.
    private static let mostCandidates = 100

    private var register: IndicatorRegister { active.register }

    private var expected: [SeriesKey] { register.indicatorsInOrder.compactMap(register.expectedSeries) }

    /// How everything stands.
    ///
    /// What may be told is read behind the lights: a value that has to be hidden and came meanwhile has not changed them.
    func standings() async throws -> ToldStandings {
        let counts = try await store.lightCounts()
        let expected = expected
        let lights = try await store.standings(of: expected).map { ($0.key, $0.light ?? .grey) }
        var told = ToldStandings()
        told.own = Dictionary(lights.map { ($0.0.indicator, $0.1) }) { first, _ in first }
        for id in register.indicators.keys {
            told.parts[id] = counts[id].map { $0.without(told.own[id]) }
        }
        told.disclosure = try await DisclosureLoader(store: store, active: active).disclosure()
        try await hide(in: &told, expected: Set(expected))
        return told
    }

    /// Puts what may be told of series with hidden values in the place of the lights that they have.
    private func hide(in told: inout ToldStandings, expected: Set<SeriesKey>) async throws {
        var rest = told.disclosure.hiddenSeries[...]
        var judged = 0
        while !rest.isEmpty {
            let keys = Array(rest.prefix(Self.batch))
            rest = rest.dropFirst(keys.count)
            let lights = judged < Self.mostHidden ? try await lights(of: keys, by: told.disclosure) : [:]
            judged += keys.count
            for standing in try await store.standings(of: keys) {
                let (id, light) = (standing.key.indicator, lights[standing.key] ?? .grey)
                if expected.contains(standing.key) {
                    told.own[id] = light
                } else {
                    told.parts[id, default: [:]][standing.light ?? .grey, default: 0] -= 1
                    told.parts[id, default: [:]][light, default: 0] += 1
                    if light == .red || light == .amber { told.deviating[light, default: []].append(standing.key) }
                }
            }
        }
    }

    private func lights(of keys: [SeriesKey], by disclosure: Disclosure) async throws -> [SeriesKey: Light] {
        let lights = try await assessments(of: keys).map { ($0.1.key, $0.1.told(by: disclosure).light) }
        return Dictionary(lights) { first, _ in first }
    }

    /// The series and their judgements now.
    private func assessments(of keys: [SeriesKey]) async throws -> [(SeriesSubject, SeriesAssessment)] {
        try await active.assessments(of: keys, in: store, at: now)
    }

    /// The judgements among which those are that deviate most.
    func candidates(_ told: ToldStandings) async throws -> [SeriesAssessment] {
        let wholes = expected
        // What may be told of them is known already; their own light says nothing of it.
        let others = Set(wholes).union(told.disclosure.hiddenSeries)
        var keys: [SeriesKey] = []
        for light in [Light.red, .amber] where keys.count < Self.mostCandidates {
            keys += wholes.filter { told.own[$0.indicator] == light }
            keys += try await parts(light, besides: others) + (told.deviating[light] ?? [])
        }
        return try await assessments(of: Array(keys.prefix(Self.mostCandidates))).map(\.1)
    }

    /// The first series of a light but for some, however many of those there are: they were all looked up before.
    private func parts(_ light: Light, besides others: Set<SeriesKey>) async throws -> [SeriesKey] {
        let indicators = Array(register.indicators.keys)
        var (found, mark) = ([SeriesKey](), SeriesKey?.none)
        while found.count < Self.mostCandidates {
            let page = try await store.series(of: indicators, lights: [light], after: mark, limit: Self.batch)
            found += page.map(\.key).filter { !others.contains($0) }
            guard page.count == Self.batch, let last = page.last else { break }
            mark = last.key
        }
        return Array(found.prefix(Self.mostCandidates))
    }
}

extension ActiveConfiguration {
    /// The series and their judgements, as far as lights follow from them; without a store every series is empty.
    func assessments(
        of keys: [SeriesKey],
        in store: (any JudgingStore)?,
        at now: Instant
    ) async throws -> [(SeriesSubject, SeriesAssessment)] {
        let loader = SubjectLoader(store: store, register: register, dependence: dependence, informing: false)
        return try await loader.subjects(for: keys).map { ($0, assessor.assess($0, at: now, informing: false)) }
    }
}

extension LightCounts {
    /// All but one series of this light.
    fileprivate func without(_ light: Light?) -> [Light: Int] {
        let counts = Light.allCases.map { ($0, max(0, self[$0] - ($0 == light ? 1 : 0))) }
        return Dictionary(counts) { first, _ in first }
    }
}
