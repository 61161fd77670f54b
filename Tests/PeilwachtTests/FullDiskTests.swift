import Foundation
import TestSupport
import Testing

@Suite(
    "A disk that is full for a while, under the running daemon",
    .ownThreads,
    .enabled(if: SmallFileSystem.isAllowed, "this user may mount no file system in a namespace of its own")
)
struct FullDiskTests {
    /// What lies on the small file system, and what the daemon says while there is no room.
    enum Place: String, CaseIterable, Sendable {
        case drop, outbox, log, store

        var complaint: String {
            switch self {
            case .drop: "stays in the inbox: "
            case .outbox, .log: "No space left on device"
            case .store: "there is no room for it on the disk"
            }
        }

        var recovery: String {
            switch self {
            // The others that were dropped are taken in meanwhile: nothing is held up.
            case .drop: "receipts that waited are written"
            case .outbox, .log, .store: "what was held up is done"
            }
        }
    }

    private static let configuration = Sandbox.configuration(mail: "", evaluateEvery: "1s")
        .replacing("  inbox: inbox", with: "  inbox: drop/inbox")
        .replacing("  archive: archive", with: "  archive: drop/archive")
        .replacing("  quarantine: quarantine", with: "  quarantine: drop/quarantine")
        .replacing("  receipts: receipts", with: "  receipts: drop/receipts")
        .replacing("sqlite:store.sqlite", with: "sqlite:store/store.sqlite")
        .replacing("alert_log: alerts.jsonl", with: "alert_log: log/alerts.jsonl")

    @Test(
        "the log says so, and once there is room the file, its receipt, its alert and its mail are there once",
        .timeLimit(.minutes(30)),
        arguments: Place.allCases
    )
    func fullAndBack(place: Place) throws {
        let sandbox = try Sandbox()
        try sandbox.write("peilwacht.yaml", Self.configuration)
        for place in Place.allCases {
            try FileManager.default.createDirectory(at: sandbox.file(place.rawValue), withIntermediateDirectories: true)
        }
        let disk = try SmallFileSystem(on: sandbox.file(place.rawValue))
        let daemon = try RunningDaemon(sandbox, launcher: disk.launcher)
        try daemon.awaitLine("pass done")

        let inbox = disk.seen(sandbox.file("drop/inbox"))
        let dropped = inbox.appending(path: ".wmo.csv.part")
        try Data("indicator;periode;waarde\nwmo-maatwerk;2025;150\n".utf8).write(to: dropped)
        try disk.fill()
        try FileManager.default.moveItem(at: dropped, to: inbox.appending(path: "wmo.csv"))
        try daemon.awaitLine(place.complaint)
        try disk.free()
        try daemon.awaitLine(place.recovery)
        #expect(daemon.lines.count { $0.contains("alert opened") } == 1)

        func names(_ folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: disk.seen(sandbox.file(folder)).path).sorted()
        }
        #expect(try names("drop/inbox").isEmpty && names("drop/work").isEmpty && names("drop/quarantine").isEmpty)
        #expect(try names("drop/archive") == ["wmo.csv"])
        #expect(try names("drop/receipts").count == 2)
        #expect(try names("outbox/new").count == 1)
        #expect(try names("outbox/tmp").isEmpty)
        let log = try String(contentsOf: disk.seen(sandbox.file("log/alerts.jsonl")), encoding: .utf8)
        #expect(log.split(separator: "\n").count == 1 && log.hasSuffix("}\n"))
        #expect(daemon.stop() == 0)
    }
}
