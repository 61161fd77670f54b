import Foundation
import TestSupport
import Testing

/// Compares a text with its golden file.
///
/// A missing one is written, and the test fails; `RECORD_GOLDEN=1` writes anew.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
    let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
    guard !isRecording, let golden = try? Data(contentsOf: file) else {
        try Data(text.utf8).write(to: file)
        Issue.record("golden file \(name) was written; look at it and run again", sourceLocation: sourceLocation)
        return
    }
    let expected = String(decoding: golden, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let actual = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, (left, right)) in zip(expected, actual).enumerated() where left != right {
        Issue.record("\(name) line \(number + 1):\n- \(left)\n+ \(right)", sourceLocation: sourceLocation)
        return
    }
    #expect(expected.count == actual.count, "\(name) has another number of lines", sourceLocation: sourceLocation)
}

@Suite("Golden files of the command line", .ownThreads)
struct GoldenTests {
    @Test(
        "the help of every command",
        arguments: [
            "", "run", "check", "check-service", "import", "status", "targets", "targets read", "alerts", "explain",
            "digest", "queue",
            "queue list", "queue retry", "queue drop", "ledger", "report", "mail", "mail test", "withdraw", "undo",
            "ack",
            "silence", "unsilence", "note", "backup", "restore", "test", "replay",
        ]
    )
    func help(command: String) throws {
        let arguments = command.split(separator: " ").map(String.init) + ["--help"]
        let sandbox = try Sandbox()
        let ran = try sandbox.runBare(arguments)
        #expect(ran.status == 0)
        let name = command.isEmpty ? "peilwacht" : command.replacing(" ", with: "-")
        try expectGolden(ran.out, "help-\(name).txt")
        guard !command.isEmpty else { return }
        #expect(try Project.text("docs/commands.md").contains("## peilwacht \(command)\n"), "\(command)")
    }

    @Test("the answers of the commands on the Dronten examples as of 1 April 2026")
    func answers() throws {
        let sandbox = try Sandbox()
        let config = Sandbox.project.appendingPathComponent("config/peilwacht.yaml")
        let at = ["--at", "2026-04-01T08:00"]
        try FileManager.default.createDirectory(at: sandbox.file("var/inbox"), withIntermediateDirectories: true)
        let examples = Sandbox.project.appendingPathComponent("config/examples")
        // Under watch first, so that what the examples bring is news.
        #expect(try sandbox.run(at + ["run", "--once"], config: config).status == 0)
        for name in try FileManager.default.contentsOfDirectory(atPath: examples.path).sorted() {
            try FileManager.default.copyItem(
                at: examples.appendingPathComponent(name),
                to: sandbox.file("var/inbox/\(name)")
            )
        }
        #expect(try sandbox.run(at + ["run", "--once"], config: config).status == 0)
        for (name, arguments) in [
            ("status.json", ["status", "--json"]), ("status.txt", ["status"]),
            ("status-brief.txt", ["status", "--brief"]),
            ("alerts.json", ["alerts", "--json"]),
            ("explain.txt", ["explain", "gemiddelde-eenzaamheid"]), ("targets.json", ["targets", "--json"]),
            ("digest.txt", ["digest", "--to", "beleid-6n"]),
            ("report.html", ["report", "dronten-2026"]), ("report.csv", ["report", "dronten-2026", "--format", "csv"]),
            ("report-activities.csv", ["report", "noordoostpolder-bestuursrapportage-2025", "--format", "csv"]),
        ] {
            let ran = try sandbox.run(at + arguments, config: config)
            #expect(ran.status == 0)
            let lines = ran.out.replacing("\r\n", with: "\n")
            try expectGolden(name.hasSuffix(".json") ? lines.replacing("},{", with: "},\n{") : lines, name)
        }
        try expectGolden(try sandbox.read("var/alerts.jsonl"), "alerts.jsonl")
        let mails = try sandbox.texts(in: "var/outbox/new", ending: ".eml")
        for (name, mail) in [("opening.eml.txt", mails.first), ("urgent.eml.txt", mails.last)] {
            try expectGolden(try #require(mail).replacing("\r\n", with: "\n"), name)
        }
    }
}
