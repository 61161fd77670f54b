import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Small numbers of persons, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct SmallNumbersTests {
    /// Numbers that stand in the files and in no output: a small district, the one that covers it, and a small total with
    /// what it was before and what it was asked about.
    private static let secrets = ["737", "1893", "1.893", "613", "641", "59"]

    private static func programme(_ counts: String) -> String {
        """
        programme: dronten
        title: Programma 6 Sociaal domein
        area: {code: GM0303, name: Dronten}
        areas:
          - {code: WK030301, name: Dronten-centrum}
          - {code: WK030302, name: Biddinghuizen}
          - {code: WK030303, name: Swifterbant}
        packages:
          - id: 6N
            title: Jeugd
            indicators:
              - id: jeugd
                title: Jeugdigen met jeugdhulp
                unit: aantal
                better: lower
                cadence: year
                due: 365 days
                \(counts)
                targets: {2025: "<500"}
              - id: pleeg
                title: Pleegkinderen
                unit: aantal
                better: lower
                cadence: year
                due: 365 days
                \(counts)
                targets: {2024: "<2000", 2025: "<500", 2026: "-10% t.o.v. 2025"}
              - id: aandeel
                title: Aandeel pleegkinderen
                unit: "%"
                better: lower
                cadence: year
                due: 365 days
                derived: {numerator: pleeg, denominator: jeugd, per: 100, decimals: 2}
                targets: {2025: "<5%"}
        """ + "\n"
    }

    private static let districts = """
        indicator;periode;gebied;waarde;toelichting
        jeugd;2025;GM0303;5311;
        jeugd;2025;WK030301;737;dit zijn er 737
        jeugd;2025;WK030302;1893;
        jeugd;2025;WK030303;2681;
        pleeg;2024;GM0303;2400;
        pleeg;2025;GM0303;613;
        """ + "\n"

    private func sandbox(
        _ counts: String,
        configuration: String = "small_numbers: {hide_below: 1000}\n"
    ) throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write("programme.yaml", Self.programme(counts))
        let early = """
              - id: direct
                who: direct@dronten.example
                about: all
                when: {at_once: critical}
            """
        try sandbox.write("peilwacht.yaml", configuration + (try sandbox.read("peilwacht.yaml")) + early + "\n")
        return sandbox
    }

    /// Everything that is told in the course of some days: each with where it stands.
    private func outputs(_ sandbox: Sandbox) throws -> [(place: String, text: String)] {
        var told: [(String, String)] = []
        func note(_ ran: Ran, _ place: String) { told += [(place, ran.out), ("\(place), log", ran.err)] }
        try sandbox.drop("wijken.csv", Self.districts)
        note(try sandbox.pass(at: "2026-04-01T06:00"), "first pass")
        note(try sandbox.firstPass(at: "2026-04-01T09:00"), "digests")
        // A revision, a value that is questioned, and a row that is no number.
        try sandbox.drop("herzien.csv", "indicator;periode;waarde\npleeg;2025;641\n")
        note(try sandbox.firstPass(at: "2026-04-02T09:00"), "revision")
        try sandbox.drop("vraag.csv", "indicator;periode;waarde\npleeg;2025;59\n")
        note(try sandbox.firstPass(at: "2026-04-02T10:00"), "question")
        try sandbox.drop("vreemd.csv", "indicator;periode;waarde\npleeg;2025;641 kinderen\n")
        try sandbox.drop("kop.csv", "indicator;wanneer;hoeveel\npleeg;2025;641\n")
        note(try sandbox.firstPass(at: "2026-04-02T11:00"), "refusals")
        try sandbox.write("proef.csv", "indicator;periode;waarde\npleeg;2025;613\njeugd;2026;737\n")
        let at = ["--at", "2026-04-03T06:00"]
        note(try sandbox.run(at + ["import", "--dry-run", "--json", sandbox.file("proef.csv").path]), "dry run, JSON")
        note(try sandbox.run(at + ["import", "--dry-run", sandbox.file("proef.csv").path]), "dry run")
        let looks = [
            ["status"], ["status", "--json"], ["status", "--brief"], ["alerts"], ["alerts", "--json"],
            ["alerts", "--all"], ["alerts", "--all", "--json"], ["explain", "jeugd"], ["explain", "pleeg"],
            ["explain", "aandeel"], ["digest"], ["queue"], ["targets", "--json"],
            ["ledger"], ["ledger", "--json"], ["ledger", "--csv"],
            ["report", "dronten"], ["report", "dronten", "--format", "csv"],
            ["report", "dronten", "--as-of", "2026-04-01"],
            ["replay", "--from", "2026-03-01", "--to", "2026-04-03"],
            ["replay", "--from", "2026-03-01", "--to", "2026-04-03", "--json"],
        ]
        for look in looks {
            let moment = look[0] == "replay" ? [] : at
            note(try sandbox.run(moment + look), look.joined(separator: " "))
        }
        for json in [[], ["--json"]] {
            let why = ["--why", "het waren er 613"]
            let ran = try sandbox.run(["--at", "2026-04-03T07:00", "withdraw", "pleeg", "2025"] + why + json)
            // The reason is repeated to who gave it.
            if json.isEmpty { note(ran, "withdraw") } else { #expect(ran.out.contains("\"old\":null"), "\(ran.out)") }
            note(try sandbox.run(["--at", "2026-04-03T07:10", "explain", "pleeg"]), "explain after withdrawal")
        }
        note(try sandbox.firstPass(at: "2026-04-03T09:00"), "after withdrawal")
        told.append(("alerts.jsonl", try sandbox.read("alerts.jsonl")))
        for folder in ["receipts", "outbox/new"] {
            for name in sandbox.names(in: folder) {
                told.append(("\(folder)/\(name)", try sandbox.read("\(folder)/\(name)").inOneLine))
            }
        }
        return told
    }

    /// Whether a number stands in a text by itself: not in a hash, a time or another number.
    private static func holds(_ text: String, _ number: String) throws -> Bool {
        let pattern = "(?<![0-9A-Za-z:.,-])\(number.replacing(".", with: "\\."))(?![0-9A-Za-z:-])"
        let range = NSRange(text.startIndex..., in: text)
        return try NSRegularExpression(pattern: pattern).firstMatch(in: text, range: range) != nil
    }

    @Test("a hidden number is in no output, and what covers it neither; what may be told is there")
    func nowhere() throws {
        let sandbox = try sandbox("counts: persons")
        let outputs = try outputs(sandbox)
        for (place, text) in outputs {
            for secret in Self.secrets {
                #expect(try !Self.holds(text, secret), "\(secret) stands in \(place): \(text)")
            }
        }
        let kinds = outputs.map(\.place)
        #expect(kinds.contains { $0.hasPrefix("outbox/new/") } && kinds.count { $0.hasPrefix("receipts/") } > 8)
        let all = outputs.map(\.text).joined(separator: "\n")
        #expect(all.contains("5.311") && all.contains("2.681") && all.contains("2.400"))
    }

    @Test("neither light nor severity nor direction of it is told, and that something is there is")
    func colours() throws {
        let sandbox = try sandbox("counts: persons")
        _ = try outputs(sandbox)
        let events = try sandbox.events().filter {
            $0["indicator"] as? String == "pleeg" && $0["period"] as? String == "2025"
        }
        #expect(!events.isEmpty)
        for event in events {
            #expect(event["hidden"] as? Bool == true && event["severity"] is NSNull && event["value"] is NSNull)
            #expect(event["target"] is NSNull && event["reason"] as? String == "hidden")
            #expect(["opened", "changed", "resolved"].contains(event["event"] as? String))
        }
        let seqs = try sandbox.events().compactMap { $0["seq"] as? Int }
        #expect(seqs == Array(1...seqs.count))
        let status = try sandbox.run("--at", "2026-04-02T12:00", "status", "--json").objects()
        let district = try #require(status.first { $0["area"] as? String == "WK030301" })
        let cover = try #require(status.first { $0["area"] as? String == "WK030302" })
        for one in [district, cover] {
            #expect(one["light"] as? String == "grey" && one["reasons"] as? [String] == ["hidden"])
            #expect(one["value"] is NSNull && one["hidden"] as? Bool == true && one["period"] as? String == "2025")
        }
        let shown = try #require(status.first { $0["area"] as? String == "WK030303" })
        #expect(shown["light"] as? String == "red" && shown["value"] as? Int == 2681 && shown["hidden"] == nil)
        let share = try #require(status.first { $0["indicator"] as? String == "aandeel" })
        #expect(share["light"] as? String == "grey" && share["value"] is NSNull)
        // At once goes what is red; what is hidden has no colour.
        let urgent = try sandbox.texts(in: "outbox/new", ending: ".eml").filter {
            $0.contains("direct@dronten.example")
        }
        #expect(!urgent.isEmpty)
        // The value of an earlier year holds again in the end, and may be told.
        let hidden = urgent.map(\.inOneLine).filter { $0.contains("Pleegkinderen") && !$0.contains("2.400") }
        #expect(hidden.isEmpty, "\(hidden)")
        let digest = try #require(
            try sandbox.texts(in: "outbox/new", ending: ".eml").map(\.inOneLine).first { $0.contains("Pleegkinderen") }
        )
        #expect(digest.contains("te weinig personen om te tonen"))
    }

    @Test("without the key everything is told as before, and with it what was kept before is hidden")
    func withoutTheKey() throws {
        let sandbox = try sandbox("owner: Jeugd", configuration: "")
        try sandbox.drop("wijken.csv", Self.districts)
        try sandbox.pass(at: "2026-04-01T09:00")
        #expect(try sandbox.read("alerts.jsonl").contains("\"value\":737,"))
        #expect(try sandbox.run("alerts").out.contains("737"))
        let before = try sandbox.run("--at", "2026-04-01T10:00", "status", "--json").out
        #expect(before.contains("\"value\":737,") && !before.contains("hidden"))

        try sandbox.write("programme.yaml", Self.programme("counts: persons"))
        let limits = "small_numbers: {hide_below: 1000}\n"
        try sandbox.write("peilwacht.yaml", limits + (try sandbox.read("peilwacht.yaml")))
        for look in [["alerts"], ["alerts", "--json"], ["alerts", "--all", "--json"], ["digest"], ["status"]] {
            let out = try sandbox.run(look).out
            for secret in Self.secrets { #expect(try !Self.holds(out, secret), "\(secret) in \(look): \(out)") }
            #expect(look == ["digest"] || out.contains("5.311") || out.contains("5311"))
        }
        // The subjects of mails that wait were written when all might be told.
        #expect(try sandbox.texts(in: "outbox/new", ending: ".eml").contains { $0.contains("Subject:") })
        for look in [
            ["queue"], ["queue", "--json"], ["queue", "retry", "1", "--why", "proef"],
            ["queue", "drop", "1", "--why", "x"],
        ] {
            let ran = try sandbox.run(look)
            for text in [ran.out, ran.err] {
                for secret in Self.secrets {
                    #expect(try !Self.holds(text, secret), "\(secret) in \(look): \(text)")
                }
            }
            #expect(ran.status == 0 && ran.out.contains("@dronten.example"))
        }
    }

    @Test("below ten is hidden where nothing else is said, and nought is not")
    func standard() throws {
        let sandbox = try sandbox("counts: persons", configuration: "")
        try sandbox.drop("a.csv", "indicator;periode;waarde\npleeg;2024;0\npleeg;2025;7\njeugd;2025;12\n")
        try sandbox.pass(at: "2026-04-01T09:00")
        let text = try sandbox.run("--at", "2026-04-01T10:00", "explain", "pleeg").out
        #expect(text.contains("2024: 0 (") && text.contains("2025: niet getoond ("), "\(text)")
        #expect(try sandbox.run("--at", "2026-04-01T10:00", "explain", "jeugd").out.contains("2025: 12 ("))
    }

    @Test("a feed says it of what it brings, and its files are kept for their owner")
    func feed() throws {
        let sandbox = try sandbox("owner: Jeugd")
        try sandbox.write("feed.yaml", "feed: jeugd\nfiles: \"jeugd-*.csv\"\ncounts: persons\n")
        try sandbox.write("peilwacht.yaml", try sandbox.read("peilwacht.yaml") + "feeds: [feed.yaml]\n")
        try sandbox.drop("jeugd-1.csv", "indicator;periode;waarde\npleeg;2025;613\n")
        try sandbox.drop("jeugd-2.csv", "indicator;wanneer;hoeveel\npleeg;2025;613\n")
        try sandbox.drop("anders.csv", "indicator;periode;waarde\njeugd;2025;812\n")
        try sandbox.pass(at: "2026-04-01T09:00")
        let texts =
            try [sandbox.read("alerts.jsonl"), sandbox.run("status").out, sandbox.run("explain", "pleeg").out]
            + sandbox.texts(in: "receipts", ending: "")
        for text in texts { #expect(try !Self.holds(text, "613"), "\(text)") }
        #expect(try sandbox.run("status").out.contains("812"))
        for name in ["archive/jeugd-1.csv", "quarantine/jeugd-2.csv"] {
            let mode = try FileManager.default.attributesOfItem(atPath: sandbox.file(name).path)[.posixPermissions]
            #expect(mode as? Int == 0o600, "\(name)")
        }
    }

    // MARK: Who may see it

    private func notes(_ sandbox: Sandbox, _ store: String = "store.sqlite") throws -> String {
        try ["", "-wal"].map { "\(store)\($0)" }.filter {
            FileManager.default.fileExists(atPath: sandbox.file($0).path)
        }
        .map { try sandbox.read($0) }.joined()
    }

    @Test("who may read the store sees it with --disclose, and that is kept")
    func disclosed() throws {
        let sandbox = try sandbox("counts: persons")
        try sandbox.drop("wijken.csv", Self.districts)
        try sandbox.pass(at: "2026-04-01T09:00")
        for look in [["status", "--json"], ["alerts", "--json"], ["explain", "jeugd"]] {
            let ran = try sandbox.run(["--at", "2026-04-01T10:00"] + look + ["--disclose"])
            #expect(ran.status == 0 && ran.out.contains("737"), "\(look): \(ran.err)")
        }
        let kept = try notes(sandbox)
        for command in ["status --json --disclose", "alerts --json --disclose", "explain jeugd --disclose"] {
            #expect(kept.contains(command))
        }
        #expect(try sandbox.run("digest", "--disclose").status == 64)
        let replay = ["replay", "--from", "2026-03-01", "--to", "2026-05-01", "--json"]
        #expect(try !sandbox.run(replay).out.contains("737"))
        #expect(try sandbox.run(replay + ["--disclose"]).out.contains("737"))
        #expect(try notes(sandbox).contains("replay --from 2026-03-01 --to 2026-05-01 --disclose"))
        let shown = try sandbox.run("ledger", "--disclosures", "--json").objects()
        #expect(
            shown.count == 4
                && shown.last?["command"] as? String == "replay --from 2026-03-01 --to 2026-05-01 --disclose"
        )
        #expect(try sandbox.run("ledger", "--disclosures").out.contains("explain jeugd --disclose"))
        #expect(try sandbox.run("ledger", "--disclosures", "--csv").status == 64)
    }

    @Test("the daemon keeps the note, and shows nobody the numbers", .enabled(if: geteuid() == 0, "not root"))
    func throughTheDaemon() throws {
        let sandbox = try sandbox("counts: persons")
        let configuration = try sandbox.read("peilwacht.yaml")
            .replacing("sqlite:store.sqlite", with: "sqlite:state/store.sqlite\ncontrol_socket: daemon.sock")
        try sandbox.write("peilwacht.yaml", configuration)
        chmod(sandbox.folder.path, 0o755)
        for file in ["peilwacht.yaml", "programme.yaml"] { chmod(sandbox.file(file).path, 0o644) }
        try sandbox.drop("wijken.csv", Self.districts)
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("file taken")
        try daemon.awaitLine("pass done")
        let at = ["--at", "2026-04-01T09:00"]
        let own = try sandbox.run(at + ["status", "--disclose"])
        #expect(own.status == 0 && own.out.contains("737"), "\(own.err)")
        let line = try daemon.awaitLine("hidden values are shown")
        #expect(line.contains("status --disclose"))
        let program = sandbox.file("peilwacht")
        try FileManager.default.copyItem(at: Sandbox.binary, to: program)
        func asMember(_ arguments: [String]) throws -> Ran {
            try sandbox.runBare(
                ["--config", sandbox.file("peilwacht.yaml").path, "--root", sandbox.folder.path] + at + arguments,
                program: ["/usr/bin/setpriv", "--reuid=65534", "--regid=\(getegid())", "--clear-groups", program.path]
            )
        }
        let asked = try asMember(["status"])
        #expect(asked.status == 0 && asked.out.contains("niet getoond") && !asked.out.contains("737"))
        let refused = try asMember(["status", "--disclose"])
        #expect(refused.status == 75 && refused.out.isEmpty && refused.err.contains("--disclose"), "\(refused.err)")
        #expect(daemon.stop() == 0)
    }
}
