import Foundation
import TestSupport
import Testing

@Suite("Sudden death", .ownThreads)
struct KillTests {
    /// The number of kills; the whole takes about a second for every three.
    static let kills = 200

    @Test("after 200 kills at random moments every row, alert and mail is there once", .timeLimit(.minutes(30)))
    func kills() throws {
        let sandbox = try Sandbox()
        try sandbox.comeUnderWatch()
        var random = SeededGenerator(seed: 20_260_401)
        var dropped = 0
        for round in 0..<Self.kills {
            let daemon = try RunningDaemon(sandbox)
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                try drop(dropped, in: sandbox)
                dropped += 1
            }
            // Half of the kills hit the start, half the work after it.
            if round.isMultiple(of: 2) { try daemon.awaitLine("watching") }
            spin(microseconds: UInt64.random(in: 0...60_000, using: &random))
            daemon.killNow()
        }
        try sandbox.pass(at: "2026-04-01T08:01")
        try supplyAgain(sandbox)
        try expectEverythingOnce(sandbox, files: dropped)
    }

    /// What two kills hit while it was read was put aside with that reason, and comes again as the receipt asks.
    private func supplyAgain(_ sandbox: Sandbox) throws {
        for name in sandbox.names(in: "quarantine") {
            let receipt = sandbox.file("receipts/\(name).unread.json")
            #expect(try sandbox.read("receipts/\(name).unread.json").contains("ended-the-program"))
            for url in [receipt, sandbox.file("receipts/\(name).unread.txt")] {
                try FileManager.default.removeItem(at: url)
            }
            try FileManager.default.moveItem(
                at: sandbox.file("quarantine/\(name)"),
                to: sandbox.file("inbox/\(name)")
            )
        }
        try sandbox.pass(at: "2026-04-01T08:01")
    }

    /// Each file brings one area a value that deviates.
    private func drop(_ number: Int, in sandbox: Sandbox) throws {
        let area = "WK0303\(String(format: "%02d", number % 100))"
        let breakdown = "groep=\(number / 100)"
        try sandbox.drop(
            "\(number).csv",
            "indicator;periode;waarde;gebied;uitsplitsing\nwmo-maatwerk;2026;\(112 + number % 7);\(area);\(breakdown)\n"
        )
    }

    private func expectEverythingOnce(_ sandbox: Sandbox, files: Int) throws {
        #expect(sandbox.names(in: "archive").count == files)
        #expect(sandbox.names(in: "inbox").isEmpty)
        #expect(sandbox.names(in: "work").isEmpty)
        let receipts = try sandbox.texts(in: "receipts", ending: ".json")
        #expect(receipts.count == files)
        // Whenever it died, the receipt tells what was taken in, not that it was known.
        for receipt in receipts {
            #expect(receipt.contains(#""outcome": "taken""#) && receipt.contains(#""taken": 1"#))
        }

        let rows = try sandbox.run("--at", "2026-04-01T08:02", "status", "--json").objects()
        #expect(rows.filter { $0["value"] as? Int != nil }.count == files)

        let events = try sandbox.events()
        #expect(events.compactMap { $0["seq"] as? Int } == Array(1...max(1, events.count)))
        #expect(events.count == files)
        #expect(Set(events.compactMap { $0["episode"] as? String }).count == files)

        let mails = try sandbox.texts(in: "outbox/new", ending: ".eml")
        let ids = mails.compactMap { $0.split(separator: "\r\n").first { $0.lowercased().hasPrefix("message-id:") } }
        #expect(ids.count == mails.count)
        #expect(Set(ids).count == mails.count)
        #expect(sandbox.names(in: "outbox/tmp").isEmpty)
    }

    /// Lets time pass without sleeping: the moment of the kill has to be random, not late.
    private func spin(microseconds: UInt64) {
        let end = DispatchTime.now().uptimeNanoseconds + microseconds * 1000
        while DispatchTime.now().uptimeNanoseconds < end {}
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same moments in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
