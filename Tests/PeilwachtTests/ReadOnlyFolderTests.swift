import Foundation
import TestSupport
import Testing

@Suite(
    "A folder in which nobody can write for a while",
    .ownThreads,
    .timeLimit(.minutes(30)),
    .enabled(if: SmallFileSystem.isAllowed, "this user may mount no file system in a namespace of its own")
)
struct ReadOnlyFolderTests {
    /// What lies on a mount of its own.
    enum Place: String, CaseIterable, Sendable {
        case outbox, log, store
    }

    private static let configuration = Sandbox.configuration(mail: "", evaluateEvery: "1s")
        .replacing("sqlite:store.sqlite", with: "sqlite:store/store.sqlite")
        .replacing("alert_log: alerts.jsonl", with: "alert_log: log/alerts.jsonl")

    private static let rows = "indicator;periode;waarde\nwmo-maatwerk;2025;150\n"

    /// A sandbox in which each place is a folder.
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        try sandbox.write("peilwacht.yaml", Self.configuration)
        for place in Place.allCases {
            try FileManager.default.createDirectory(at: sandbox.file(place.rawValue), withIntermediateDirectories: true)
        }
        return sandbox
    }

    @Test("the outbox, while it runs: the log says so, and afterwards alert and mail are there once")
    func whileRunning() throws {
        let sandbox = try sandbox()
        let disk = try SmallFileSystem(on: sandbox.file(Place.outbox.rawValue))
        let daemon = try RunningDaemon(sandbox, launcher: disk.launcher)
        try daemon.awaitLine("pass done")
        // A file that is open for writing keeps its mount writable, as the alert log and the store do; none of the outbox is.
        try disk.setReadOnly(true)
        try sandbox.drop("wmo.csv", Self.rows)
        try daemon.awaitLine("Read-only file system")
        try disk.setReadOnly(false)
        try daemon.awaitLine("what was held up is done")
        #expect(daemon.lines.count { $0.contains("alert opened") } == 1)
        try expectWhole(sandbox, disk)
        #expect(daemon.stop() == 0)
    }

    @Test("the folders of files that come, while it runs: each waits where it is, and none is lost")
    func drop() throws {
        let sandbox = try sandbox()
        try sandbox.write(
            "peilwacht.yaml",
            ["inbox", "archive", "quarantine", "receipts"].reduce(Self.configuration) { text, name in
                text.replacing("  \(name): \(name)", with: "  \(name): drop/\(name)")
            }
        )
        for name in ["drop", "side"] {
            try FileManager.default.createDirectory(at: sandbox.file(name), withIntermediateDirectories: true)
        }
        let disk = try SmallFileSystem(on: sandbox.file("drop"))
        try disk.show(at: sandbox.file("side"))
        let daemon = try RunningDaemon(sandbox, launcher: disk.launcher)
        try daemon.awaitLine("pass done")
        try disk.setReadOnly(true)
        let inbox = disk.seen(sandbox.file("side/inbox"))
        try Data(Self.rows.utf8).write(to: inbox.appending(path: "wmo.csv.part"))
        try FileManager.default.moveItem(
            at: inbox.appending(path: "wmo.csv.part"),
            to: inbox.appending(path: "wmo.csv")
        )
        try daemon.awaitLine("Read-only file system")
        try disk.setReadOnly(false)
        try daemon.awaitLine("refused=0 taken=1")
        for (folder, expected) in [("archive", 1), ("inbox", 0), ("work", 0), ("quarantine", 0)] {
            let path = disk.seen(sandbox.file("side/\(folder)")).path
            #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == expected, "\(folder)")
        }
        #expect(daemon.stop() == 0)
    }

    @Test(
        "at a start: it does not begin, says which folder, and begins when it can",
        arguments: [Place.outbox, .log, .store]
    )
    func atStart(place: Place) throws {
        let sandbox = try sandbox()
        let disk = try SmallFileSystem(on: sandbox.file(place.rawValue), kibibytes: 16 * 1024)
        func pass() throws -> Ran {
            try sandbox.runBare(
                ["--config", sandbox.file("peilwacht.yaml").path, "--root", sandbox.folder.path]
                    + ["--at", "2026-04-01T08:00", "run", "--once"],
                program: disk.launcher + [Sandbox.binary.path]
            )
        }
        #expect(try pass().status == 0)
        try sandbox.drop("wmo.csv", Self.rows)
        try disk.setReadOnly(true)
        let refused = try pass()
        #expect(refused.status == 75, "\(refused.status): \(refused.err)")
        #expect(
            refused.err.contains("\(place.rawValue)/") || refused.err.contains("/\(place.rawValue)"),
            "\(refused.err)"
        )
        #expect(refused.err.contains("ead-only") || refused.err.contains("readonly"), "\(refused.err)")
        try disk.setReadOnly(false)
        let after = try pass()
        #expect(after.status == 0, "\(after.status): \(after.err)")
        try expectWhole(sandbox, disk)
    }

    /// The file that was dropped, its alert and its mail are there once.
    private func expectWhole(_ sandbox: Sandbox, _ disk: SmallFileSystem) throws {
        func names(_ folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: disk.seen(sandbox.file(folder)).path).sorted()
        }
        #expect(try names("inbox").isEmpty && names("quarantine").isEmpty && names("archive") == ["wmo.csv"])
        #expect(try names("receipts").count == 2 && names("outbox/new").count == 1 && names("outbox/tmp").isEmpty)
        let log = try String(contentsOf: disk.seen(sandbox.file("log/alerts.jsonl")), encoding: .utf8)
        #expect(log.split(separator: "\n").count == 1 && log.hasSuffix("}\n"))
    }
}
