import Catalogue
import Testing

/// The printed reference.
@Suite struct ReferenceTests {
    static let all = """
        language: nl
        timezone: Europe/Amsterdam
        folders: {inbox: i, archive: a, quarantine: q, receipts: r, outbox: o, work: w}
        store: sqlite:s
        alert_log: l
        control_socket: c
        evaluate_every: 60s
        programmes: [programme.yaml]
        feeds: [feed.yaml]
        rules: {target: {tolerance: 2%}}
        mail: {from: a@b.example, relay: "smtp://localhost", user: u, password_file: p, ca_file: p, helo_name: h, retry_for: 5d}
        subscriptions:
          - id: s
            who: {address: a@b.example, name: A}
            about: {programmes: [p], packages: [A]}
            when: {digest: {at: ["07:00"], days: [mon]}, at_once: critical}
        """

    static let programme = """
        programme: p
        title: P
        area: {code: GM0303, name: Dronten}
        areas: [{code: NL01, name: Nederland}]
        source: S
        packages:
          - id: A
            title: A
            goals:
              - {id: A-1, text: T, heading: H, targets: [{indicator: i, period: 2026, target: daling}]}
            indicators:
              - {id: j, title: J, unit: "%", better: lower, cadence: year, due: 1 day}
              - id: i
                title: I
                description: D
                unit: "%"
                better: lower
                cadence: year
                every: 2
                first: 2026
                due: 180 days
                source: S
                owner: O
                heading: H
                tolerance: 2%
                minimum: 0
                maximum: 50
                derived: {mean: [j], decimals: 2}
                documented: {2024: Nb}
                targets: {2026: "36"}
                notes: [N]
        """

    static let feed =
        "{feed: f, files: f*, encoding: utf-8, separator: tab, decimal_sign: point, faulty_rows: refuse-file}"

    @Test func `every key of the reference is read, and every key that is read is in it`() throws {
        var small = try SmallConfiguration()
        small.configuration = Self.all
        small.programme = Self.programme
        small.more = ["/etc/peilwacht/feed.yaml": Self.feed, "/etc/peilwacht/p": "x"]
        #expect(faults(small.load) == [])
        let written = Self.all + Self.programme + Self.feed
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
