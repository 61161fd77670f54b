import Foundation
import TestSupport
import Testing

@Suite("Taking back what is wrong, through the real program", .ownThreads)
struct WithdrawTests {
    private static let wrong = "indicator;periode;waarde\nwmo-maatwerk;2025;150\n"

    private func value(_ sandbox: Sandbox) throws -> Any? {
        let status = try sandbox.run("--at", "2027-04-01T09:00", "status", "--json").objects()
        return try #require(status.first { $0["indicator"] as? String == "wmo-maatwerk" })["value"] ?? nil
    }

    /// A receipt with each of its paragraphs on one line.
    private static func unwrapped(_ text: String) -> String { text.replacing("\n  ", with: " ") }

    private func kinds(_ sandbox: Sandbox) throws -> [String] {
        try sandbox.events().filter { $0["rule"] as? String == "target" }.compactMap { $0["event"] as? String }
    }

    @Test("a withdrawn value ends its alert as a correction, and stays withdrawn", .timeLimit(.minutes(30)))
    func withdraw() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.wrong)
        try sandbox.pass(at: "2027-04-01T08:00")
        #expect(try kinds(sandbox) == ["opened"])
        let ran = try sandbox.run(
            "--at",
            "2027-04-01T08:30",
            "withdraw",
            "wmo-maatwerk",
            "2025",
            "--why",
            "typefout",
            "--by",
            "Jan",
            "--json"
        )
        #expect(ran.status == 0, "\(ran.err)")
        let answer = try #require(try ran.json() as? [String: Any])
        #expect(answer["by"] as? String == "Jan" && answer["why"] as? String == "typefout")
        #expect(answer["count"] as? Int == 1)
        #expect(try kinds(sandbox) == ["opened", "corrected"])
        let message = try #require(try sandbox.events().last { $0["event"] as? String == "corrected" }?["message"])
        #expect(
            "\(message)"
                == "Wmo-maatwerk: de waarde 150 per 1000 over 2025 is ingetrokken door Jan (reden: typefout); "
                + "over 2025 geldt geen waarde. De eerdere melding klopte niet."
        )
        #expect(try value(sandbox) is NSNull)
        let explained = try sandbox.run("--at", "2027-04-01T09:00", "explain", "wmo-maatwerk").out
        #expect(explained.contains("2025: 150 per 1000 ingetrokken op 1 april 2027 om 08.30 uur door Jan: typefout"))

        try sandbox.drop("a.csv", Self.wrong)
        try sandbox.pass(at: "2027-04-01T08:40")
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".2.txt").first)
        #expect(
            Self.unwrapped(receipt).contains(
                "150 is ingetrokken door Jan op 1 april 2027 om 08.30 uur (reden: typefout)"
            )
        )
        #expect(try value(sandbox) is NSNull)
        #expect(try kinds(sandbox) == ["opened", "corrected"])

        let nothing = try sandbox.run("withdraw", "wmo-maatwerk", "2025", "--why", "nog eens")
        #expect(nothing.status == 64)
        #expect(nothing.err.contains("van wmo-maatwerk/GM0303 geldt geen waarde over 2025"))
    }

    @Test("an undone file gives way to the older one; a running daemon does it itself", .timeLimit(.minutes(30)))
    func undo() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;100\n")
        try sandbox.pass(at: "2027-04-01T08:00")
        let daemon = try RunningDaemon(sandbox, arguments: ["--at", "2027-04-01T08:00"])
        try daemon.awaitLine("watching")
        try sandbox.drop("b.csv", Self.wrong)
        try daemon.awaitLine("alert opened")
        try daemon.awaitLine("pass done")
        let name = try #require(sandbox.names(in: "receipts").first { $0.hasPrefix("b.") && $0 != "b.csv" })
        let hash = name.split(separator: ".")[2]
        let ran = try sandbox.run("--at", "2027-04-01T08:30", "undo", "\(hash)", "--why", "verkeerd bestand")
        #expect(ran.status == 0, "\(ran.err)")
        #expect(ran.out == "wmo-maatwerk/GM0303, 2025: 150 is ingetrokken; 100 geldt weer.\n")
        try daemon.awaitLine("alert corrected")
        #expect(daemon.stop() == 0)
        #expect(try value(sandbox) as? Int == 100)
        let again = try sandbox.run("undo", "\(hash)", "--why", "nog eens")
        #expect(again.status == 64 && again.err.contains("al eerder ongedaan gemaakt"))
        #expect(try sandbox.run("undo", "abcdef123456", "--why", "x").status == 64)
    }

    @Test("an end that rested on a withdrawn value is corrected, and the alert is open again", .timeLimit(.minutes(30)))
    func ended() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.wrong)
        try sandbox.pass(at: "2027-04-01T08:00")
        try sandbox.drop("b.csv", "indicator;periode;waarde\nwmo-maatwerk;2026;100\n")
        try sandbox.pass(at: "2027-04-01T08:10")
        #expect(try kinds(sandbox) == ["opened", "resolved"])
        let ran = try sandbox.run("--at", "2027-04-01T08:30", "withdraw", "wmo-maatwerk", "2026", "--why", "typefout")
        #expect(ran.status == 0, "\(ran.err)")
        let events = try sandbox.events().filter { $0["rule"] as? String == "target" }
        #expect(Set(events.compactMap { $0["event"] as? String }.suffix(2)) == ["corrected", "opened"])
        let corrected = try #require(events.last { $0["event"] as? String == "corrected" })
        #expect("\(corrected["episode"] ?? "")".hasSuffix("#1") && corrected["period"] as? String == "2026")
        // Once.
        try sandbox.pass(at: "2027-04-01T08:40")
        #expect(try sandbox.events().count { $0["event"] as? String == "corrected" } == 1)
    }

    @Test("a row with the status ingetrokken withdraws", .timeLimit(.minutes(30)))
    func byFile() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", Self.wrong)
        try sandbox.pass(at: "2027-04-01T08:00")
        let row = "wmo-maatwerk;2025;;ingetrokken;typefout bij de bron\n"
        try sandbox.drop("b.csv", "indicator;periode;waarde;status;toelichting\n" + row)
        try sandbox.pass(at: "2027-04-01T08:30")
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").last)
        #expect(
            receipt.contains("Ingetrokken:\n- wmo-maatwerk/GM0303, 2025: 150 is ingetrokken; er geldt geen waarde.")
        )
        #expect(try kinds(sandbox) == ["opened", "corrected"])
        #expect(try value(sandbox) is NSNull)
    }

    @Test("a file is undone by its name where no other has it, and else the files are listed", .timeLimit(.minutes(30)))
    func byName() throws {
        let sandbox = try Sandbox()
        let header = "indicator;periode;waarde\n"
        try sandbox.drop("a.csv", header + "wmo-maatwerk;2025;100\n")
        try sandbox.drop("b.csv", header + "matig;2025;30\n")
        try sandbox.pass(at: "2027-04-01T08:00")
        try sandbox.drop("b.csv", header + "matig;2025;31\n")
        try sandbox.pass(at: "2027-04-01T08:10")
        let one = try sandbox.run("--at", "2027-04-01T08:30", "undo", "archive/a.csv", "--why", "verkeerd")
        #expect(one.status == 0 && one.out.hasPrefix("wmo-maatwerk/GM0303, 2025: 100 is ingetrokken"), "\(one.err)")
        let again = try sandbox.run("--at", "2027-04-01T08:31", "undo", "a.csv", "--why", "verkeerd")
        #expect(again.status == 64 && again.err.contains("al eerder ongedaan gemaakt"))

        let two = try sandbox.run("--at", "2027-04-01T08:30", "undo", "b.csv", "--why", "verkeerd")
        #expect(two.status == 64 && two.err.contains("meer dan één bestand"))
        #expect(two.err.components(separatedBy: "b.csv, ").count == 3 && two.err.contains("1 april 2027 om 08.10 uur"))
        // The archive keeps the second one under its hash too.
        let kept = try #require(sandbox.names(in: "archive").first { $0.hasPrefix("b.") && $0 != "b.csv" })
        let second = try sandbox.run("--at", "2027-04-01T08:40", "undo", kept, "--why", "verkeerd")
        #expect(second.out == "matig/GM0303, 2025: 31 is ingetrokken; 30 geldt weer.\n", "\(second.err)")
        let rest = try sandbox.run("--at", "2027-04-01T08:50", "undo", "b.csv", "--why", "verkeerd")
        #expect(rest.status == 0 && rest.out.hasPrefix("matig/GM0303, 2025: 30 is ingetrokken"), "\(rest.err)")
        #expect(try sandbox.run("undo", "c.csv", "--why", "x").status == 64)
    }
}
