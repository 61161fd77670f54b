import Foundation
import TestSupport
import Testing

/// A folder as version 2 of the program left it, through the real program.
@Suite("A folder that version 2 left, through the real program", .ownThreads)
struct KeptStoreTests {
    private static let kept = Sandbox.project.appendingPathComponent("Tests/StorageTests/Kept")
    /// The moment of the last pass of version 2.
    private static let moment = "2028-02-03T08:00"

    private static func kept(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: kept.appendingPathComponent("version-2/\(name)")), as: UTF8.self)
    }

    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        for name in ["peilwacht.yaml", "programme.yaml", "alerts.jsonl"] {
            try sandbox.write(name, try Self.kept(name))
        }
        try FileManager.default.copyItem(
            at: Self.kept.appendingPathComponent("version-2.sqlite"),
            to: sandbox.file("store.sqlite")
        )
        return sandbox
    }

    /// What is logged behind what version 2 has logged.
    private func newEvents(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.events().dropFirst(43).map { "\($0["event"] ?? "") \($0["episode"] ?? "")" }
    }

    /// The one alert that the rules of today do not see: its target lies ahead, and the value is on the road to it.
    private static let edited = ["target-changed target:jeugd/GM0303#1"]

    @Test func `a further pass at the same moment opens nothing and mails nothing`() throws {
        let sandbox = try sandbox()
        let ran = try sandbox.pass(at: Self.moment)
        #expect(ran.status == 0, "\(ran.err)")
        #expect(try sandbox.read("alerts.jsonl").hasPrefix(Self.kept("alerts.jsonl")))
        #expect(try newEvents(sandbox) == Self.edited)
        // The mails that version 2 made are put back, and no other.
        #expect(sandbox.names(in: "outbox/new").count == 7)
        let again = try sandbox.pass(at: Self.moment)
        #expect(again.status == 0 && sandbox.names(in: "outbox/new").count == 7)
    }

    @Test func `alerts and status show what version 2 showed, but for what was not true`() throws {
        let sandbox = try sandbox()
        try sandbox.pass(at: Self.moment)
        let words = [
            // A value of 2027 neither meets nor misses a target of 2026.
            "26% in 2027; streefwaarde < 25% (2026) niet gehaald.":
                "26% in 2027; ligt niet op de norm van 2026: < 25% (2026).",
            // What is judged again is told in the words of today.
            "182 dagen later": "6 maanden later",
        ]
        let alerts = try Self.differences(
            try sandbox.run("--at", Self.moment, "alerts", "--all", "--json").out,
            try Self.kept("alerts.json")
        ) { row in
            row["message"] = words.reduce(row["message"] as? String ?? "") {
                $0.replacingOccurrences(of: $1.key, with: $1.value)
            }
            guard row["episode"] as? String == "target:jeugd/GM0303#1" else { return }
            row["message"] = "Jeugdhulp: de beoordeling is gewijzigd; daarmee is er geen afwijking meer."
            (row["state"], row["reason"], row["closed_at"]) = ("closed", "target-changed", "2028-02-03T08:00:00+01:00")
        }
        #expect(alerts == (3, []))
        // Nor does one of another period than its target; and a target ahead is judged by the road to it.
        let status = try Self.differences(
            try sandbox.run("--at", Self.moment, "status", "--json").out,
            try Self.kept("status.json")
        ) { row in
            let reasons = row["reasons"] as? [String] ?? []
            if reasons.first == "target-met" { row["reasons"] = ["at-target-level"] + reasons.dropFirst() }
            guard reasons.first == "not-yet-reached" else { return }
            row["reasons"] = ["on-course"] + reasons.dropFirst()
            row["light"] = "grey"
        }
        #expect(status == (5, []))
    }

    /// How many objects say something else than was kept, as it is mended, and those that say yet another thing.
    private static func differences(
        _ now: String,
        _ kept: String,
        mend: (inout [String: Any]) -> Void
    ) throws -> (mended: Int, others: [String]) {
        let (now, kept) = (try objects(now), try objects(kept))
        guard now.count == kept.count else { return (0, ["\(now.count) objects, not \(kept.count)"]) }
        let changed = zip(now, kept).filter { !holds($0, $1) }
        let others = changed.filter { now, kept in
            var mended = kept
            mend(&mended)
            return !holds(now, mended)
        }
        return (changed.count - others.count, others.map { "\($0.0)" })
    }

    private static func objects(_ json: String) throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    }

    /// Whether all that was there still is as it was: keys may be added.
    private static func holds(_ now: Any?, _ then: Any) -> Bool {
        guard let then = then as? [String: Any] else { return (now as? NSObject) == (then as? NSObject) }
        guard let now = now as? [String: Any] else { return false }
        return then.allSatisfy { holds(now[$0.key], $0.value) }
    }

    @Test func `the alert log goes on behind its last line, and no line before it changes`() throws {
        let sandbox = try sandbox()
        try sandbox.drop("new.csv", "indicator;periode;waarde\nwmo-maatwerk;2028;120\njeugd;2026-Q4;80\n")
        try sandbox.pass(at: "2029-02-01T08:00")
        let before = try Self.kept("alerts.jsonl")
        let after = try sandbox.read("alerts.jsonl")
        #expect(after.hasPrefix(before) && after.utf8.count > before.utf8.count)
        let events = try sandbox.events()
        #expect(events.map { $0["seq"] as? Int } == (1...events.count).map { $0 })
        let new = try newEvents(sandbox)
        #expect(new.contains("opened target:wmo-maatwerk/GM0303#2"))
        #expect(Set(new).isSuperset(of: Self.edited) && !new.contains { $0.hasPrefix("resolved target:jeugd") })
    }

    @Test func `a log that was lost is written again, with the part that version 2 reminded of as released`() throws {
        let sandbox = try sandbox()
        try FileManager.default.removeItem(at: sandbox.file("alerts.jsonl"))
        try sandbox.pass(at: Self.moment)
        let kept = try Self.kept("alerts.jsonl").replacingOccurrences(of: "\"reminded\"", with: "\"released\"")
        #expect(try sandbox.read("alerts.jsonl").hasPrefix(kept))
        #expect(try newEvents(sandbox) == Self.edited)
    }
}
