import Foundation
import TestSupport
import Testing

/// The user's own tests of targets, rules and subscriptions, through the real program.
@Suite("Rule tests, through the real program", .ownThreads)
struct RuleTestTests {
    private func run(_ sandbox: Sandbox, _ text: String, _ options: String...) throws -> Ran {
        try sandbox.write("tests.yaml", text)
        return try sandbox.run(["test", sandbox.file("tests.yaml").path] + options)
    }

    /// One test of two steps: a red value, and what the rest of it says.
    private func steps(_ first: String, _ second: String = "") -> String {
        """
        tests:
          - name: Wmo & <maatwerk>
            start: 2026-03-01T08:00
            steps:
              - at: 2026-04-01T08:00
                rows: |
                  indicator;periode;waarde
                  wmo-maatwerk;2026;112
        \(first)
              - at: 2026-04-02T08:30
        \(second)
        """ + "\n"
    }

    @Test func `the tests that come with the programmes hold`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../config").standardized
        let tests = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "tests").path)
        let programmes = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "programmes").path)
        #expect(Set(tests) == Set(programmes))
        let sandbox = try Sandbox()
        let paths = tests.sorted().map { folder.appending(path: "tests/\($0)").path }
        let ran = try sandbox.run(["test"] + paths, config: folder.appending(path: "peilwacht.yaml"))
        #expect(ran.status == 0, "\(ran.out)\(ran.err)")
        #expect(ran.out.contains("\n8 tests, 0 failed\n"))
    }

    @Test func `what is as expected passes, leaves nothing behind and touches no store`() throws {
        let sandbox = try Sandbox()
        let names = sandbox.names(in: ".")
        let ran = try run(
            sandbox,
            steps(
                """
                        lights: {wmo-maatwerk: red, wmo-maatwerk/GM0303: red}
                        events: [{indicator: wmo-maatwerk, event: opened, severity: critical, value: "112", period: "2026"}]
                        mails: [{to: wethouder@dronten.example, says: [Wmo-maatwerk, 112 per 1000], omits: [Sterk]}]
                        no_mails_to: [beleid@dronten.example]
                """,
                """
                        events: []
                        open: [{indicator: wmo-maatwerk, rule: target}]
                        mails: [{to: beleid@dronten.example, says: [Wmo-maatwerk]}]
                        no_mails_to: [wethouder@dronten.example]
                """
            ),
            "--coverage",
            "--junit",
            sandbox.file("result.xml").path
        )
        #expect(ran.status == 0, "\(ran.out)\(ran.err)")
        #expect(ran.out.hasPrefix("ok     Wmo & <maatwerk>\n1 test, 0 failed\n"), "\(ran.out)")
        #expect(ran.out.contains("4 of 5 indicators are named by no test\n") && ran.out.contains("\n    sterk\n"))
        let xml = try sandbox.read("result.xml")
        #expect(xml.contains("tests=\"1\" failures=\"0\"") && xml.contains("name=\"Wmo &amp; &lt;maatwerk&gt;\""))
        let left = Set(sandbox.names(in: ".")).subtracting(names).filter { !$0.hasPrefix(".") }
        #expect(left == ["tests.yaml", "result.xml"])
    }

    @Test(arguments: [
        ("lights: {wmo-maatwerk: green}", "wmo-maatwerk/GM0303 should be green, and is red ("),
        (
            "lights: {wmo-maatwerk: red}\n        events: []",
            "not expected: wmo-maatwerk, event opened, severity critical, rule target"
        ),
        (
            "events: [{indicator: wmo-maatwerk, value: \"113\"}]",
            "not so: wmo-maatwerk, value 113 happened"
        ),
        ("open: [{indicator: wmo-maatwerk, rule: overdue}]", "not so: wmo-maatwerk, rule overdue is open"),
        ("refused: 1", "1 rows should be refused, 0 were"),
        (
            "mails: [{to: beleid@dronten.example}]",
            "no mail to beleid@dronten.example is as expected; there is none"
        ),
        ("mails: [{to: wethouder@dronten.example, omits: [112]}]", "there is '"),
        ("no_mails_to: [wethouder@dronten.example]", "not expected: a mail to wethouder@dronten.example, '"),
    ])
    func `what is not as expected fails, with its line and what is so`(expectation: String, words: String) throws {
        let sandbox = try Sandbox()
        let ran = try run(sandbox, steps("        \(expectation)"), "--junit", sandbox.file("result.xml").path)
        #expect(ran.status == 1, "\(ran.err)")
        #expect(ran.out.contains(words) && ran.out.contains("tests.yaml:"), "\(ran.out)")
        #expect(ran.out.contains("\n1 test, 1 failed\n"))
        #expect(try sandbox.read("result.xml").contains("<failure message="))
    }

    @Test(arguments: [
        ("lights: {wmo-matwerk: red}", "there is no indicator 'wmo-matwerk'; did you mean 'wmo-maatwerk'?"),
        ("lights: {wmo-maatwerk: rood}", "a light is one of"),
        ("ligths: {wmo-maatwerk: red}", "unknown key 'ligths' in a step; the nearest known key is 'lights'"),
        ("no_mails_to: [raad@dronten.example]", "nobody is subscribed as 'raad@dronten.example'"),
        ("file: nergens.csv", "a step has 'rows' or a 'file', not both"),
        ("events: []", "'events' and 'open' speak of the indicators that the test names, and it names none"),
        ("refused: veel", "'refused' has to be a whole number"),
    ])
    func `a file with a fault is refused with its place`(line: String, words: String) throws {
        let sandbox = try Sandbox()
        let ran = try run(sandbox, steps("        \(line)"))
        #expect(ran.status == 78 && ran.err.contains(words) && ran.err.contains("tests.yaml:"), "\(ran.err)")
    }

    @Test func `steps that go back in time, and files that are not there, are refused`() throws {
        let sandbox = try Sandbox()
        let back = steps("", "").replacing("2026-04-02T08:30", with: "2026-03-31T08:30")
        let ran = try run(sandbox, back)
        #expect(ran.status == 78 && ran.err.contains("steps stand in order of time"), "\(ran.err)")
        let missing = try sandbox.run("test", sandbox.file("nergens.yaml").path)
        #expect(missing.status == 66 && missing.err.contains("there is no file"))
    }
}
