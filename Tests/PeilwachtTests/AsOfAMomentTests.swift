import Foundation
import TestSupport
import Testing

/// A command that shows what was decided shows it as it stood at the moment that is asked for, or refuses.
@Suite("What was decided, as of a moment", .ownThreads)
struct AsOfAMomentTests {
    private static let header = "indicator;periode;waarde\n"

    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.header + "wmo-maatwerk;2026;112\n")
        try sandbox.pass(at: "2029-04-01T08:00")
        try sandbox.drop("b.csv", Self.header + "wmo-maatwerk;2027;130\n")
        try sandbox.pass(at: "2029-04-03T08:00")
        try sandbox.drop("c.csv", Self.header + "wmo-maatwerk;2028;100\n")
        try sandbox.pass(at: "2029-04-05T08:00")
        return sandbox
    }

    private func values(_ sandbox: Sandbox, _ time: String, _ more: String...) throws -> [Int?] {
        try sandbox.run(["--at", time, "alerts", "--json"] + more).objects()
            .filter { $0["alert"] as? String == "target:wmo-maatwerk/GM0303" }.map { $0["value"] as? Int }
    }

    @Test func `alerts are those that were open then, as they stood`() throws {
        let sandbox = try sandbox()
        #expect(try values(sandbox, "2029-03-31T08:00").isEmpty)
        #expect(try values(sandbox, "2029-04-02T08:00") == [112])
        #expect(try values(sandbox, "2029-04-04T08:00", "--all") == [130])
        #expect(try values(sandbox, "2029-04-05T08:00").isEmpty)
    }

    @Test func `a digest of a moment after which something was decided is refused`() throws {
        let sandbox = try sandbox()
        let ran = try sandbox.run("--at", "2029-04-02T08:00", "digest")
        #expect(ran.status == 64 && ran.out.isEmpty && ran.err.contains("2029-04-02T08:00:00"))
        #expect(try sandbox.run("--at", "2029-04-05T08:00", "digest").status == 0)
    }

    @Test func `what has not been decided yet is refused, and not guessed`() throws {
        let sandbox = try sandbox()
        // By then the values of several years are overdue, and nobody has judged that.
        for command in ["alerts", "digest"] {
            let ran = try sandbox.run("--at", "2031-01-01T08:00", command)
            #expect(ran.status == 75 && ran.out.isEmpty && ran.err.contains("has not been decided"), "\(command)")
        }
        #expect(try sandbox.run("--at", "2031-01-01T08:00", "status").status == 0)
    }

    // MARK: What is judged

    private func row(_ ran: Ran) throws -> [String: Any] {
        try #require(try ran.objects().first { $0["indicator"] as? String == "wmo-maatwerk" })
    }

    @Test func `status judges by the values that had been recorded by then, and says what it leaves out`() throws {
        let sandbox = try sandbox()
        let then = try sandbox.run("--at", "2029-04-04T08:00", "status", "--json")
        #expect(try row(then)["value"] as? Int == 130 && row(then)["period"] as? String == "2027")
        #expect(then.status == 0 && then.err.contains("1 value was recorded after 2029-04-04T08:00:00"))
        let now = try sandbox.run("--at", "2029-04-05T08:00", "status", "--json")
        #expect(try row(now)["value"] as? Int == 100 && now.err.isEmpty)
        #expect(try row(try sandbox.run("status", "--json"))["value"] as? Int == 100)
    }

    @Test func `explain shows a value and a withdrawal as they stood then`() throws {
        let sandbox = try sandbox()
        let ran = try sandbox.run("--at", "2029-04-06T08:00", "withdraw", "wmo-maatwerk", "2027", "--why", "typefout")
        #expect(ran.status == 0, "\(ran.err)")
        let then = try sandbox.run("--at", "2029-04-05T12:00", "explain", "wmo-maatwerk")
        #expect(then.out.contains("2027: 130 per 1000") && !then.out.contains("typefout"))
        #expect(then.err.contains("1 withdrawal was recorded after 2029-04-05T12:00:00"))
        let later = try sandbox.run("--at", "2029-04-06T12:00", "explain", "wmo-maatwerk")
        #expect(later.out.contains("typefout") && later.err.isEmpty)
        let before = try sandbox.run("--at", "2029-04-02T08:00", "explain", "wmo-maatwerk").out
        #expect(before.contains("2026: 112 per 1000") && !before.contains("2027: 130") && !before.contains("2028: 100"))
    }

    @Test func `a moment before anything was recorded is judged by all that was recorded since, in so many words`()
        throws
    {
        let sandbox = try sandbox()
        let backtest = try sandbox.run("--at", "2028-04-01T08:00", "status", "--json")
        #expect(backtest.status == 0 && backtest.err.contains("nothing had been recorded by 2028-04-01T08:00:00"))
        #expect(try row(backtest)["value"] as? Int == 100)
        let withdrawn = try sandbox.run("--at", "2028-04-01T08:00", "explain", "wmo-maatwerk")
        #expect(withdrawn.out.contains("2028: 100 per 1000") && withdrawn.err.contains("nothing had been recorded"))
    }
}
