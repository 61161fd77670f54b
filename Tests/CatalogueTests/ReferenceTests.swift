import Catalogue
import Files
import Indicators
import TestSupport
import Testing

/// The printed reference.
@Suite struct ReferenceTests {
    static let all = """
        language: nl
        timezone: Europe/Amsterdam
        holidays: {liberation_day: lustrum, good_friday: true}
        folders: {inbox: i, archive: a, quarantine: q, receipts: r, outbox: o, work: w, handling: h}
        store: sqlite:s
        alert_log: l
        alert_log_rotate: month
        retention: {archive: keep, quarantine: 60 days, receipts: 2 years, sent_mail: 7 years, alert_log: 10 years}
        control_socket: c
        evaluate_every: 60s
        largest_file: 1 GiB
        programmes: [programme.yaml]
        feeds: [feed.yaml, own.yaml]
        rules:
          target: {tolerance: 2%, on_course: 95%, road: linear, alert_after: 3, open_after: 1, resolve_after: 1,
            recovery: 0%, unsteady_after: 3, unsteady_among: 8}
          baseline: {days_before: 180}
          milestone: {warn_days: 60}
          budget: {deviation: 5%, opens_at: "1,5", amount: "25.000", critical: 10%, from_month: 4}
          significance: {design_effect: "1,5"}
          trend: {likely_from: 5, likely_level: 10%, certain_from: 8, level: 5%}
          change: {beyond: 5%, both_ways: false}
          spc: {trial_from: 6, limits_from: 13, screen: true}
          benchmark: {members: 5, both_ways: false}
        small_numbers: {hide_below: 8, smallest_base: 100}
        mail: {from: a@b.example, relay: "smtp://localhost", user: u, password_file: p, ca_file: p, helo_name: h,
          retry_for: 5d, tls: required, reply_to: a@b.example, threads: digest, bounces: post, charts: true}
        page:
          {listen: "unix:page", address: "https://p.example", user_header: U, trust: [10.0.0.7], people: [A],
           acknowledge_by_mail: true, mail_links_last: 14d}
        owners: {O: a@b.example}
        planning_moments: {zomernota: 2026-06-01}
        subscriptions:
          - id: s
            who: {address: a@b.example, name: A}
            about: {programmes: [p], packages: [A], owners: [O]}
            when:
              digest: {at: ["07:00"], days: [mon], month_days: [1, last], moments: [zomernota], when_nothing: true}
              at_once: critical
            group_by: layer
            operations: true
            escalate: {to: {address: c@b.example, name: C}, after: 2 periods, least: critical}
            csv: false
        explain_after: 30d
        """

    static let programme = """
        programme: p
        title: P
        area: {code: GM0303, name: Dronten}
        areas: [{code: NL01, name: Nederland}]
        groups: [{id: g, title: G, areas: [GM0034, Zeewolde]}]
        source: S
        contradictions: [C]
        packages:
          - id: A
            title: A
            goals:
              - {id: A-1, text: T, heading: H, targets: [{indicator: i, period: 2026, target: daling}]}
              - {id: A-2, text: T, unmeasured: U}
              - {id: A-3, text: T, targets: [{indicator: o, period: 2026, target: gereed, planned: false}]}
            indicators:
              - {id: j, title: J, unit: "%", better: lower, cadence: year, due: 1 day, layer: effect, margin: 2%,
                 benchmark: [g, NL], counts: persons, profile: strict}
              - {id: k, title: K, unit: "%", better: lower, cadence: year, due: 1 day, derived: {sum: [j, i]}}
              - {id: l, title: L, unit: "%", better: lower, cadence: year, due: 1 day, derived: {difference: [j, i]}}
              - id: m
                title: M
                unit: per 1000
                better: lower
                cadence: year
                due: 1 day
                derived: {numerator: j, denominator: i, per: 1000}
              - {id: n, title: N, unit: "%", better: lower, cadence: year, due: 1 day, derived: {share: j, of: [j, i]}}
              - id: o
                title: O
                unit: mijlpaal
                better: higher
                cadence: half-year
                due: 1 day
                reported:
                  - {date: 2024-12-31, status: vertraagd, expected: 2026-12-31, note: N, document: D, heading: H}
              - {id: r, title: R, unit: mijlpaal, better: higher, cadence: year, first: 2026, due: 1 day, recurs: true}
              - {id: s, title: S, unit: "%", better: lower, cadence: year, due: 1 day, level: true, uncertain_from: 2026-01-01}
              - {id: q, title: Q, unit: "€ 1.000", better: lower, cadence: month, due: 1 day}
              - id: p
                title: P
                unit: "€ 1.000"
                better: lower
                cadence: month
                due: 1 day
                budget: costs
                realised: per-period
                commitments: q
                changes: [{date: 2026-07-01, budget: "1.300", what: W}, {date: 2026-10-01, by: "-5"}]
                forecast: false
                ends: 2026-12-31
                warn: 90 days
                targets: {2026: "1.234"}
              - id: i
                title: I
                description: D
                unit: "%"
                better: lower
                cadence: year
                every: 2
                first: 2026
                target_from: 2026
                due: 180 days
                source: S
                owner: O
                heading: H
                tolerance: 2%
                minimum: 0
                maximum: 50
                decimals: 1
                plausible: 100
                derived: {mean: [j], decimals: 2}
                documented: {2024: Nb}
                targets: {2026: "36"}
                applies_to: leeftijd=65+
                paths: [{applies_to: GM0303, targets: {2026: "37"}}]
                interpolation: linear
                notes: [N]
                breaks: [{date: 2022-01-01, reason: R}]
                rebases: [{date: 2023-01-01, reason: R}]
                counts: persons
                hide_below: 5
                smallest_base: 30
        """

    static let feed = """
        feed: f
        files: f*
        encoding: utf-8
        separator: tab
        decimal_sign: point
        faulty_rows: refuse-file
        other_areas: refuse
        supplier: {name: S, address: s@dronten.example}
        cadence: year
        due: 90 days
        receipt_to: s@dronten.example
        counts: persons
        schema:
          header_rows: 2
          area: GM0303
          period: file-name
          outcomes_until: 2024
          missing: [geheim]
          sheet: Cijfers
          fields:
            - {title: T, role: dimension, pin: P, optional: true}
            - {titles: [U, V], role: dimension, pins: [P, Q]}
            - {title: L, role: breakdown, name: leeftijd, members: {A: 65+, B: totaal}}
            - {title: M, role: margins, value: MW, lower: MO, upper: MB}
            - {title: H, role: margins, value: MW, half_width: B, optional: true}
            - {title: I, role: indicator, members: {a: j, b: {indicator: j, unit: "%", scale: 1000, breakdown: leeftijd=65+}}}
            - {column: 3, role: value}
            - {title: G, role: area, wanted: [GM0303]}

        """

    static let ownFeed = "feed: own\nfiles: o*\nindicators: [j]\n"

    static let handling = """
        - ack: a
          by: J
          why: w
          until: resolved
        - note: a
          by: J
          oorzaak: o
          gevolg: g
          bijsturing: b
        - note: a
          by: J
          cause: c
          consequence: d
          measure: m
        - silence: {programmes: [p], packages: [A], indicators: [i], areas: [GM0303], rules: [target], owners: [O]}
          by: J
          why: w
          from: 2026-01-01
          until: 2026-02-01
        - unsilence: 1
          by: J
        """

    static let ruleTests = """
        tests:
          - name: N
            start: 2026-01-01T08:00
            steps:
              - at: 2026-02-01T08:00
                rows: |
                  indicator;periode;waarde
                refused: 1
                lights: {i: red, i/GM0303/leeftijd=65+: grey}
                events:
                  - indicator: i
                    event: opened
                    severity: warning
                    rule: target
                    reason: R
                    area: GM0303
                    breakdown: leeftijd=65+
                    period: 2026
                    value: 1
                    target: T
                    message: M
                open: []
                mails: [{to: a@b.example, says: [S], omits: [O]}]
                no_mails_to: [a@b.example]
              - at: 2026-03-01T08:00
                file: rows.csv

        """

    @Test func `every key of the reference is read, and every key that is read is in it`() throws {
        var small = try SmallConfiguration()
        small.configuration = Self.all
        small.programme = Self.programme
        small.more = [
            "/etc/peilwacht/feed.yaml": Self.feed, "/etc/peilwacht/own.yaml": Self.ownFeed, "/etc/peilwacht/p": "x",
        ]
        #expect(faults(small.load) == [])
        let files = FileReader.memory([
            "/etc/peilwacht/tests.yaml": Array(Self.ruleTests.utf8), "/etc/peilwacht/rows.csv": [],
        ])
        let tests = try loadRuleTests(["tests.yaml"], of: small.load(), files: files)
        #expect(tests.flatMap(\.steps).count == 2)
        let acts = try readHandlingOrders(Array(Self.handling.utf8), file: "acts", in: .utc, at: Instant(seconds: 0))
        #expect(acts.count == 5)
        let written = Self.all + Self.programme + Self.feed + Self.ownFeed + Self.ruleTests + Self.handling
        let keys = configurationReferenceMarkdown().split(separator: "\n").filter { $0.hasPrefix("| `") }
            .compactMap { $0.split(separator: "`").dropFirst().first }
        #expect(keys.count > 70)
        for key in keys { #expect(written.contains("\(key):"), "\(key)") }
    }

    @Test func `every row has its four cells, and no line is longer than a screen of text`() {
        let text = configurationReferenceMarkdown()
        for line in text.split(separator: "\n") where line.hasPrefix("|") {
            #expect(line.hasSuffix(" |"))
            #expect(line.replacing("\\|", with: "").count { $0 == "|" } == 5, "\(line)")
        }
        #expect(text.hasSuffix("'gereed', 'Nb' (not known) or '-' (none)\n"))
    }
}
