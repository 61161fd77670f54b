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
}
