import Foundation
import TestSupport
import Testing

@Suite("Names, areas and words for people, through the real program", .ownThreads)
struct HintTests {
    @Test("a part of a name is enough to be told the whole")
    func partOfAName() throws {
        let sandbox = try Sandbox()
        for command in [["explain", "wmo"], ["withdraw", "wmo", "2025", "--why", "x"]] {
            let ran = try sandbox.run(command)
            #expect(ran.status == 64 && ran.err.contains("did you mean 'wmo-maatwerk'?"), "\(ran.err)")
        }
        try sandbox.write("a.csv", "indicator;periode;waarde\nwmo;2025;100\n")
        let ran = try sandbox.run("import", sandbox.file("a.csv").path)
        #expect(ran.status == 65 && ran.out.inOneLine.contains("Bedoelt u 'wmo-maatwerk'?"))
        #expect(try !sandbox.run("explain", "zwembad").err.contains("did you mean"))
    }

    @Test("where there are several areas, status says which")
    func areas() throws {
        let sandbox = try Sandbox()
        #expect(try !sandbox.run("status").out.contains("GEBIED"))
        let rows = "wmo-maatwerk;2025;100;\nwmo-maatwerk;2025;90;GM0171\n"
        try sandbox.drop("a.csv", "indicator;periode;waarde;gebied\n" + rows)
        let areas = "programme: dronten\nareas: [{code: GM0171, name: Noordoostpolder}]"
        let programme = Sandbox.programme.replacing("programme: dronten", with: areas)
        try sandbox.write("programme.yaml", programme)
        _ = try sandbox.pass()
        let text = try sandbox.run("--at", "2026-04-01T08:00", "status").out
        #expect(text.contains("GEBIED"))
        let shown = text.split(separator: "\n").filter { $0.contains(" wmo-maatwerk ") }
        #expect(shown.count == 2 && shown.contains { $0.contains(" GM0171 ") && $0.contains(" 90 per 1000 ") })
    }

    @Test("explain has a word for every label, in the language of the configuration")
    func explain() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;130\n")
        try sandbox.pass()
        let text = try sandbox.run("--at", "2026-04-01T08:00", "explain", "wmo-maatwerk").out
        #expect(text.contains("licht: Rood, streefwaarde niet gehaald (target-missed)"))
        #expect(text.contains("regel streefwaarde (target): streefwaarde niet gehaald (target-missed)"))
        #expect(text.contains("regel levering (overdue): op tijd (on-time)"))
        for word in ["(ahead)", "own-period)", "critical", "warning"] { #expect(!text.contains(word), "\(text)") }
    }

    @Test("a row that changes only a status or a note is named, and what of it")
    func particulars() throws {
        let sandbox = try Sandbox()
        let header = "indicator;periode;waarde;status;toelichting\n"
        try sandbox.drop("a.csv", header + "wmo-maatwerk;2025;100;voorlopig;\n")
        try sandbox.drop("b.csv", header + "wmo-maatwerk;2025;100;definitief;Na controle.\n")
        try sandbox.pass()
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").last)
        let line = "- wmo-maatwerk/GM0303, 2025: 100; status (nu definitief) en toelichting\n"
        #expect(receipt.contains("Zelfde waarde, maar anders:\n" + line))
    }

    @Test("the question about an implausible value names the period that it is held against")
    func question() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator;periode;waarde\nmatig;2023;25,3\n")
        try sandbox.drop("b.csv", "indicator;periode;waarde\nmatig;2025;0,271\n")
        try sandbox.pass()
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".txt").last).inOneLine
        #expect(receipt.contains("In 2023 was het 25,3.") && !receipt.contains("vorige"), "\(receipt)")
    }
}
