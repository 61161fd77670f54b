import Alerting
import Assessment
import Catalogue
import Daemon
import Foundation
import Indicators
import Storage
import StoreSupport
import Telling
import TestRule
import TestSupport
import Testing

/// A rule of the tests, put into the registry and named nowhere else, on its whole way.
@Suite("A rule that nothing but the registry knows")
struct NoiseRuleTests {
    private static let registry = RuleRegistry(RuleRegistry.standard.rules + [NoiseRule.self])
    private static let indicators = ["plein", "omgeving"]
        .map { Watched.yearly($0, "targets: {}").replacing("aantal", with: "dB") }.joined(separator: "\n")
    private static let place = Watched.key("plein")
    private static let around = Watched.key("omgeving")
    private static let alert = AlertKey(rule: NoiseRule.name, series: place)

    private static func watch() throws -> ActiveConfiguration {
        try Watched.active(
            indicators,
            rules: "{noise: {factor: \"2\"}}",
            subscriptions: "\(Watched.wethouder)\n\(Watched.beleid)",
            by: registry
        )
    }

    /// The stores that a rule has to come through.
    enum Kind: CaseIterable, Sendable {
        case memory
        case sqlite
    }

    private static func withStore(_ kind: Kind, _ body: (any Store) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        switch kind {
        case .memory: try await body(InMemoryStore())
        case .sqlite:
            try await body(SQLiteStore(path: "\(folder.path)/s.sqlite", access: .writing, rules: registry))
        }
    }

    /// A place that was quiet at eight and is noisy at nine, since its surroundings became quieter.
    private static func makeNoise(in store: any Store, by active: ActiveConfiguration) async throws {
        let eight = try Watched.moment("2027-02-01T08:00:00Z")
        let nine = try Watched.moment("2027-02-01T09:00:00Z")
        try await store.adopt(expected: active.expectedSeries, at: eight)
        try await store.take([(place, "100"), (around, "60")], by: active, at: eight)
        #expect(try await store.judge(by: active, at: eight).told == [])
        #expect(try await DigestRound(store: store, active: active).run(at: eight) == 0)
        try await store.take([(around, "40")], by: active, at: nine)
        #expect(try await store.marked(at: nine) == [place, around])
        #expect(try await store.judge(by: active, at: nine).told == ["opened noise:plein/GM0303"])
    }

    @Test func `its parameter is read from a configuration, and counts for what is judged anew`() throws {
        let two = try Self.watch().configuration
        #expect(two.rules.settings[NoiseRule.self].factor == 2)
        let three = try Watched.configuration(Self.indicators, by: Self.registry)
        #expect(three.rules.settings[NoiseRule.self].factor == 3)
        #expect(two.fingerprint(of: "plein") != three.fingerprint(of: "plein"))
        #expect(two.fingerprint(of: "omgeving") == three.fingerprint(of: "omgeving"))
    }

    @Test(arguments: ["{noise: {factor: \"1\"}}", "{noise: {factor: veel}}", "{noise: {volume: \"2\"}}"])
    func `a parameter that is none is a fault of the configuration`(rules: String) {
        #expect(throws: ConfigurationFaults.self) {
            try Watched.configuration(Self.indicators, rules: rules, by: Self.registry)
        }
    }

    @Test func `a configuration of the standard rules does not know it`() {
        #expect(throws: ConfigurationFaults.self) {
            try Watched.configuration(Self.indicators, rules: "{noise: {factor: \"2\"}}")
        }
    }

    @Test(arguments: Kind.allCases)
    func `its neighbour has it judged again, and its alert is opened, logged and kept`(_ kind: Kind) async throws {
        try await Self.withStore(kind) { store in
            let active = try Self.watch()
            try await Self.makeNoise(in: store, by: active)
            let episode = try #require(try await store.openEpisodes().first)
            #expect(episode.alert == Self.alert)
            let evidence = NoiseEvidence(.noisy, mean: ExactDecimal("40.0"), factor: 2)
            #expect(episode.facts.evidence == Evidence(evidence))
            let event = try #require(try await store.events(after: 0, limit: 9).first)
            let line = AlertLogLine.json(event, by: .exact, in: .nl)
            #expect(line.contains(#""event":"opened","alert":"noise:plein/GM0303","episode":"noise:plein/GM0303#1""#))
            #expect(line.contains(#""severity":"critical","rule":"noise","reason":"noisy""#))
            #expect(line.contains(#""message":"Titel plein overstemt de omgeving.""#))
        }
    }

    @Test(arguments: Kind.allCases)
    func `it is told at once and in a digest, in its own words`(_ kind: Kind) async throws {
        try await Self.withStore(kind) { store in
            let active = try Self.watch()
            try await Self.makeNoise(in: store, by: active)
            let nine = try Watched.moment("2027-02-01T09:00:00Z")
            #expect(try await UrgentRound(store: store, active: active).run(at: nine) == 1)
            let morning = try Watched.moment("2027-02-02T07:00:00Z")
            #expect(try await DigestRound(store: store, active: active).run(at: morning) == 1)
            let mails = try await store.mails()
            #expect(mails.count == 2)
            #expect(mails.first?.contains("To: wethouder@dronten.example") == true)
            #expect(mails.last?.contains("To: beleid@dronten.example") == true)
            for mail in mails {
                #expect(mail.contains("Subject: [1 rood] Titel plein overstemt de omgeving\r\n"))
                #expect(mail.contains("Deze plek overstemt de omgeving."))
                #expect(mail.contains("Omgeving: 40,0 dB"))
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func `its own open alert keeps it noisy for longer, and its end is told`(_ kind: Kind) async throws {
        try await Self.withStore(kind) { store in
            let active = try Self.watch()
            try await Self.makeNoise(in: store, by: active)
            let ten = try Watched.moment("2027-02-01T10:00:00Z")
            // Not twice as loud any more, but louder.
            try await store.take([(Self.around, "80")], by: active, at: ten)
            #expect(try await store.judge(by: active, at: ten).told == [])
            try await store.take([(Self.around, "100")], by: active, at: ten.adding(seconds: 1))
            #expect(try await store.judge(by: active, at: ten).told == ["resolved noise:plein/GM0303"])
            let event = try #require(try await store.events(after: 1, limit: 9).first)
            #expect(AlertStatement.message(event.kind, event.facts, in: Phrases(.en)) == "Titel plein is quiet again.")
        }
    }

    @Test(arguments: Language.allCases)
    func `status and explain show it`(_ language: Language) async throws {
        let store = InMemoryStore()
        let active = try Self.watch()
        try await Self.makeNoise(in: store, by: active)
        let now = try Watched.moment("2027-02-01T09:00:00Z")
        let loader = SubjectLoader(store: store, register: active.register, dependence: active.dependence)
        let subjects = try await loader.subjects(for: [Self.place, Self.around])
        let assessments = subjects.map { active.assessor.assess($0, at: now) }
        let phrases = Phrases(language)
        let status = StatusReport(assessments, by: .exact, rules: Self.registry, phrases: phrases)
        let rows = status.json.components(separatedBy: "},{")
        #expect(rows.count == 2)
        #expect(rows.first?.contains(#""noise":{"mean":40.0,"factor":2}"#) == true)
        #expect(rows.first?.contains(#""noisy""#) == true && rows.first?.contains(#""light":"red""#) == true)
        #expect(rows.last?.contains(#""noise":null"#) == true)
        let text = ExplainReport(subjects[0], assessments[0], by: .exact, zone: .utc, phrases: phrases).text
        let rule = phrases.say(
            "regel geluid (noise): te luid, rood (noisy)",
            "rule noise (noise): too loud, red (noisy)"
        )
        #expect(text.contains("\(rule)\n"))
        #expect(text.contains("\n  \(phrases.say("2 keer 40,0 dB", "2 times 40,0 dB"))\n"))
    }

    @Test func `a store with its alerts says which rule it does not know, where the registry has it no more`()
        async throws
    {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/s.sqlite"
        func write() async throws {
            let store = try SQLiteStore(path: path, access: .writing, rules: Self.registry)
            try await Self.makeNoise(in: store, by: Self.watch())
        }
        try await write()
        let store = try SQLiteStore(path: path, access: .writing)
        let fault = StoreError.failed(
            "read store: the facts of an episode are of the rule 'noise', version 1, which this version does not know"
        )
        await #expect(throws: fault) { try await store.openEpisodes() }
        await #expect(throws: fault) { try await store.episodes(after: nil, limit: 9) }
        await #expect(throws: fault) { try await store.events(after: 0, limit: 9) }
        await #expect(throws: fault) { try await store.waitingNotices(of: "beleid") }
        let active = try Watched.active(Self.indicators)
        let now = try Watched.moment("2027-02-03T09:00:00Z")
        await #expect(throws: fault) { try await store.judge(by: active, at: now) }
    }
}
