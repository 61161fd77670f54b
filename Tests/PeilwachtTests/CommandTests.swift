import Foundation
import TestSupport
import Testing

@Suite("The commands and their exit statuses", .ownThreads)
struct CommandTests {
    @Test("check notes, without a fault, that mails that fail are told to nobody")
    func failuresToldToNobody() throws {
        let sandbox = try Sandbox(mail: "  relay: smtp://localhost")
        let ran = try sandbox.run("check")
        #expect(ran.status == 0 && ran.out.isEmpty)
        let words =
            ": note: mails die niet bezorgd kunnen worden, worden aan niemand verteld; geef een abonnement met een 'digest' "
            + "'operations: true'\n"
        #expect(ran.err.hasSuffix("peilwacht.yaml:18:1\(words)"), "\(ran.err)")
        #expect(try sandbox.run("check", "--notes").out.hasSuffix(words))
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings + "    operations: true\n")
        #expect(try sandbox.run("check").err.isEmpty)
        // Without a relay no mail fails.
        try sandbox.write("peilwacht.yaml", settings.replacing("  relay: smtp://localhost\n", with: ""))
        #expect(try sandbox.run("check").err.isEmpty)
    }

    @Test("check notes, without a fault, that mail may go without TLS")
    func mailMayTravelOpen() throws {
        let ran = try Sandbox(mail: "  tls: if-offered\n").run("check")
        #expect(ran.status == 0 && ran.err.contains("note: 'tls: if-offered'"), "\(ran.err)")
    }

    @Test(
        "check notes what is most likely a slip, at its place, without a fault",
        arguments: [
            ("2026: \"<108\"", "2026: \">108\"", "asks for the other direction than 'better: lower'"),
            ("code: GM0303", "code: GM9303", "there is no municipality with the code GM9303"),
            ("name: Dronten", "name: Dornten", "GM0303 is 'Dronten' to CBS, and 'Dornten' here"),
        ]
    )
    func slips(written: String, slip: String, note: String) throws {
        let sandbox = try Sandbox()
        let settings = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", settings.replacing("language: nl", with: "language: en"))
        try #require(Sandbox.programme.contains(written))
        try sandbox.write("programme.yaml", Sandbox.programme.replacing(written, with: slip))
        let ran = try sandbox.run("check")
        #expect(ran.status == 0 && ran.out.isEmpty)
        let lines = ran.err.split(separator: "\n").filter { $0.contains(note) }
        #expect(lines.count == 1 && lines[0].contains("/programme.yaml:"), "\(ran.err)")
    }

    @Test("check notes two subscriptions that mail one address about the same")
    func subscribedTwice() throws {
        let twice = """
              - {id: nog-eens, who: BELEID@dronten.example, about: all, when: {digest: {at: ["09:00"], days: daily}}}
            """ + "\n"
        let ran = try Sandbox(subscriptions: twice).run("check")
        #expect(ran.status == 0 && ran.err.contains("note: 'beleid' en 'nog-eens' mailen allebei"), "\(ran.err)")
    }

    @Test("check is silent on the shipped configurations", arguments: ["peilwacht.yaml", "peilwacht-service.yaml"])
    func shippedConfiguration(name: String) throws {
        let ran = try Sandbox().run("check", config: Sandbox.project.appendingPathComponent("config/\(name)"))
        #expect(ran.status == 0)
        #expect(ran.out.isEmpty)
        #expect(ran.err.isEmpty)
    }

    @Test("a faulty configuration is told with file, line and column, and nothing starts on it")
    func faultyConfiguration() throws {
        let sandbox = try Sandbox()
        try sandbox.write("programme.yaml", Sandbox.programme.replacing("better: lower", with: "beter: lower"))
        for command in [["check"], ["run", "--once"], ["run"], ["status"], ["targets"]] {
            let ran = try sandbox.run(command)
            #expect(ran.status == 78)
            #expect(ran.err.contains("programme.yaml:16:9: error:"), "\(ran.err)")
            #expect(ran.err.contains("better"))
        }
        #expect(!FileManager.default.fileExists(atPath: sandbox.file("store.sqlite").path))
    }

    @Test(
        "a mistake on the command line is exit status 64",
        arguments: [
            ["fly"], ["run", "--twice"], ["explain"], ["explain", "nothing"], ["--at", "soon", "status"],
            ["digest", "--to", "x"],
        ]
    )
    func usage(arguments: [String]) throws {
        let ran = try Sandbox().run(arguments)
        #expect(ran.status == 64)
        #expect(!ran.err.isEmpty)
        #expect(ran.out.isEmpty)
    }

    @Test("import answers with the receipt: 0 taken, 65 refused, 66 no such file, and a dry run keeps nothing")
    func importing() throws {
        let sandbox = try Sandbox()
        try sandbox.write("goed.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;100\n")
        try sandbox.write("fout.csv", "indicator;periode;waarde\nwmo;2025;100\n")
        #expect(try sandbox.run("import", "weg.csv").status == 66)
        let dry = try sandbox.run("import", sandbox.file("goed.csv").path, "--dry-run", "--json")
        #expect(dry.status == 0)
        #expect((try dry.json() as? [String: Any])?["outcome"] as? String == "dry-run")
        let taken = try sandbox.run("import", sandbox.file("goed.csv").path, "--json")
        #expect(taken.status == 0)
        #expect((try taken.json() as? [String: Any])?["outcome"] as? String == "taken")
        #expect(try sandbox.run("import", sandbox.file("fout.csv").path).status == 65)
        #expect(try sandbox.run("import", sandbox.file("goed.csv").path, sandbox.file("fout.csv").path).status == 1)
    }

    @Test(
        "every command answers before anything was taken in",
        arguments: [["status"], ["alerts"], ["alerts", "--all"], ["queue"], ["digest"], ["explain", "matig"]]
    )
    func emptyStore(arguments: [String]) throws {
        let ran = try Sandbox().run(arguments)
        #expect(ran.status == 0)
        #expect(!ran.out.isEmpty)
    }

    @Test("status is one JSON array with a row for every series, as the contract says")
    func statusContract() throws {
        let sandbox = try Sandbox()
        let rows = try sandbox.run("--at", "2026-04-01T08:00", "status", "--json").objects()
        #expect(rows.count == 5)
        let keys: Set = [
            "programme", "package", "indicator", "title", "area", "breakdown", "unit", "better", "period", "value",
            "provisional",
            "target", "light", "reasons", "next_due",
        ]
        for row in rows {
            #expect(keys.isSubset(of: row.keys))
            #expect(row["light"] as? String == "grey")
            #expect((row["reasons"] as? [String])?.first == (row["derived"] as? Bool == true ? "no-value" : "no-value"))
        }
    }

    @Test("targets shows the yearly path and the spoken goal as two targets of one indicator")
    func targetsContract() throws {
        let rows = try Sandbox().run("targets", "--json").objects().filter {
            $0["indicator"] as? String == "wmo-maatwerk"
        }
        #expect(rows.count == 5)
        #expect(rows.filter { $0["goal"] as? String == "6N-2" }.count == 1)
        #expect(
            rows.allSatisfy {
                $0["comparator"] as? String == "<" && $0["value"] as? Int == 108 && $0["kind"] as? String == "absolute"
            }
        )
    }

    @Test("the digest is shown as it would be sent, and sends nothing")
    func digest() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;109\n")
        try sandbox.pass()
        let ran = try sandbox.run("--at", "2026-04-01T09:00", "digest", "--to", "beleid@dronten.example")
        #expect(ran.status == 0)
        #expect(ran.out.contains("Wmo-maatwerk"))
        #expect(ran.out.contains("109 per 1000"))
        #expect(sandbox.names(in: "outbox/new").isEmpty)
    }
}
