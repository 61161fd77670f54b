import Foundation
import TestSupport
import Testing

/// What the rules would have said of a store's own history, through the real program.
@Suite("A replay, through the real program", .ownThreads)
struct ReplayTests {
    private static let header = "indicator;periode;waarde\n"

    /// A history with a revision, a recovery and a withdrawal, judged when it happened.
    private func history() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.comeUnderWatch()
        let days: [(String, String, String)] = [
            ("2026-04-02T08:00", "a.csv", "wmo-maatwerk;2026;112\n"),
            ("2026-04-03T08:00", "b.csv", "wmo-maatwerk;2026;115\nsterk;2026;47\n"),
            ("2026-04-04T08:00", "c.csv", "wmo-maatwerk;2026;100\n"),
            ("2026-04-05T08:00", "d.csv", "wmo-maatwerk;2026;130\n"),
        ]
        for (moment, name, row) in days {
            try sandbox.drop(name, Self.header + row)
            try sandbox.firstPass(at: moment)
        }
        let ran = try sandbox.run(
            ["--at", "2026-04-06T08:00", "withdraw", "wmo-maatwerk", "2026", "--why", "typefout", "--by", "Jan"]
        )
        #expect(ran.status == 0, "\(ran.err)")
        try sandbox.pass(at: "2026-04-06T08:00")
        return sandbox
    }

    private func said(_ events: [[String: Any]]) -> [String] {
        events.map { event in
            ["at", "event", "alert", "severity", "message"].map { "\(event[$0] ?? "")" }.joined(separator: " ")
        }
    }

    @Test func `of what happened under watch gives the alerts that there were, and writes nothing`() throws {
        let sandbox = try history()
        let before = try sandbox.fingerprint()
        let ran = try sandbox.run("replay", "--from", "2026-04-02", "--to", "2026-04-06", "--json")
        #expect(ran.status == 0, "\(ran.err)")
        let replayed = try ran.objects().filter { $0["rule"] as? String == "target" }
        let there = try sandbox.events().filter { $0["rule"] as? String == "target" }
        #expect(said(replayed) == said(there))
        #expect(Set(there.compactMap { $0["event"] as? String }).isSuperset(of: ["opened", "resolved"]))
        #expect(there.last?["event"] as? String == "corrected")
        #expect(try sandbox.fingerprint() == before)
    }

    @Test func `of a part of it knows no more than was known by then`() throws {
        let sandbox = try history()
        let until = try sandbox.run("replay", "--from", "2026-04-02", "--to", "2026-04-03T07:59", "--json").objects()
        #expect(until.filter { $0["rule"] as? String == "target" }.map { $0["value"] as? Int } == [112])
        // What deviates at its beginning is its opening state.
        let rest = try sandbox.run("replay", "--from", "2026-04-03T09:00", "--to", "2026-04-04", "--json").objects()
        let first = try #require(rest.first { $0["alert"] as? String == "target:wmo-maatwerk/GM0303" })
        #expect(first["opening_state"] as? Bool == true && first["value"] as? Int == 115)
        let text = try sandbox.run("replay", "--from", "2026-04-02", "--to", "2026-04-06")
        #expect(text.out.contains("2026-04-02 08:00  opened       critical  target:wmo-maatwerk/GM0303"), "\(text.out)")
    }

    @Test func `beside another configuration shows what differs, line by line`() throws {
        let sandbox = try history()
        let settings = try sandbox.read("peilwacht.yaml")
        let programme = try sandbox.read("programme.yaml")
        try #require(programme.contains("<108"))
        try sandbox.write("other-programme.yaml", programme.replacing("<108", with: "<120"))
        try sandbox.write("other.yaml", settings.replacing("[programme.yaml]", with: "[other-programme.yaml]"))
        let other = sandbox.file("other.yaml").path
        let ran = try sandbox.run(
            ["replay", "--from", "2026-04-02", "--to", "2026-04-06", "--with", other, "--json"]
        )
        #expect(ran.status == 0, "\(ran.err)")
        let lines = try ran.objects().filter { $0["indicator"] as? String == "wmo-maatwerk" }
        let gone = lines.filter { $0["side"] as? String == "-" }.compactMap { $0["event"] as? String }
        let come = lines.filter { $0["side"] as? String == "+" }
        #expect(gone.prefix(2) == ["opened", "resolved"])
        #expect(come.first?["event"] as? String == "opened" && come.first?["value"] as? Int == 130)
        // Of what the edit does not touch nothing is shown.
        #expect(try ran.objects().allSatisfy { $0["indicator"] as? String != "sterk" })
        let same = try sandbox.run(
            ["replay", "--from", "2026-04-02", "--to", "2026-04-06", "--with", sandbox.file("peilwacht.yaml").path]
        )
        let words = "gebeurtenissen: 0 alleen met de huidige configuratie (-), 0 alleen met de andere (+)"
        #expect(same.out.hasPrefix(words), "\(same.out)")
    }

    @Test(arguments: [
        (["--from", "2026-04-31", "--to", "2026-05-01"], "--from '2026-04-31' cannot be read"),
        (["--from", "2026-05-02", "--to", "2026-05-01"], "--from lies behind --to"),
        (["--from", "2026-05-02", "--to", "3000-01-01"], "--to lies behind 2199-12-31"),
    ])
    func `of days that are none is refused`(days: [String], words: String) throws {
        let sandbox = try Sandbox()
        let ran = try sandbox.run(["replay"] + days)
        #expect(ran.status == 64 && ran.err.contains(words), "\(ran.err)")
    }

    @Test func `of a watch that has not begun is no empty answer`() throws {
        let sandbox = try Sandbox()
        let ran = try sandbox.run("replay", "--from", "2026-04-01", "--to", "2026-04-02")
        #expect(ran.status == 75 && ran.out.isEmpty, "\(ran.err)")
    }
}

extension Sandbox {
    /// Every file and what is in it.
    fileprivate func fingerprint() throws -> [String: Data] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        // A reader makes an empty journal and its index beside the store; what a command prints lies here too.
        let own = names.filter { !$0.hasSuffix("-shm") && !$0.hasSuffix("-wal") && !$0.hasPrefix(".") }
        return try own.reduce(into: [:]) { files, name in
            let isFolder = try file(name).resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
            if !isFolder { files[name] = try Data(contentsOf: file(name)) }
        }
    }
}
