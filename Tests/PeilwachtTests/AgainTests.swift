import Foundation
import TestSupport
import Testing

@Suite("The same file again, and files that are not finished, through the real program", .ownThreads)
struct AgainTests {
    @Test("what a correction replaced is told, and nothing is said to be fine", .timeLimit(.minutes(30)))
    func replaced() throws {
        let sandbox = try Sandbox()
        let first = "indicator;periode;waarde\nwmo-maatwerk;2024;47\n"
        for (name, text) in [("a.csv", first), ("b.csv", first.replacing("47", with: "400")), ("a.csv", first)] {
            try sandbox.drop(name, text)
            try sandbox.pass()
        }
        let texts = try sandbox.texts(in: "receipts", ending: ".txt")
        #expect(texts.count == 3)
        let receipt = try #require(texts.first { $0.hasPrefix("AL EERDER INGENOMEN") })
        let again = receipt.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(!again.contains("u hoeft niets te doen"))
        #expect(again.contains("Let op: 1 waarde uit dit bestand geldt niet meer."))
        #expect(
            again.contains(
                "47 is vervangen; nu geldt 400 (uit b.csv, 1 april 2026 om 08.00 uur"
            )
        )
    }

    @Test("a withdrawal that a later file has overtaken is told, with what holds now", .timeLimit(.minutes(30)))
    func withdrawnAgain() throws {
        let sandbox = try Sandbox()
        let value = "indicator;periode;waarde\nwmo-maatwerk;2024;150\n"
        let back = "indicator;periode;waarde;status;toelichting\nwmo-maatwerk;2024;;ingetrokken;typefout\n"
        let other = value.replacing("150", with: "120")
        let files = [("a.csv", value), ("b.csv", back), ("c.csv", other), ("b.csv", back)]
        for (name, text) in files {
            try sandbox.drop(name, text)
            try sandbox.pass()
        }
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".2.txt").first)
        let again = receipt.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(again.hasPrefix("AL EERDER INGENOMEN") && !again.contains("u hoeft niets te doen"))
        #expect(again.contains("Let op: 1 rij uit dit bestand geldt niet meer."))
        #expect(again.contains("2024: 150 is ingetrokken, maar nu geldt 120 (uit c.csv, 1 april 2026 om 08.00 uur"))
        #expect(again.contains("peilwacht withdraw"))
        let status = try sandbox.run("--at", "2026-04-01T09:00", "status", "--json").objects()
        #expect(status.first { $0["indicator"] as? String == "wmo-maatwerk" }?["value"] as? Int == 120)
    }

    @Test("rows that were set aside enter once the configuration is mended", .timeLimit(.minutes(30)))
    func mended() throws {
        let sandbox = try Sandbox()
        try sandbox.write("feed.yaml", "feed: los\nfiles: \"*.csv\"\nfaulty_rows: set-aside\n")
        let configuration = try sandbox.read("peilwacht.yaml")
        try sandbox.write("peilwacht.yaml", configuration + "feeds: [feed.yaml]\n")
        let text = "indicator;periode;waarde\nwmo-maatwerk;2024;100\nnieuw;2024;5\n"
        try sandbox.drop("a.csv", text)
        try sandbox.pass()
        #expect(try sandbox.texts(in: "receipts", ending: ".txt").first?.contains("1 rij is apart gezet") == true)

        let mended = Sandbox.programme.replacing("id: jeugdhulp", with: "id: nieuw")
        try sandbox.write("programme.yaml", mended.replacing("cadence: quarter", with: "cadence: year"))
        try sandbox.drop("a.csv", text)
        let ran = try sandbox.pass()
        #expect(ran.status == 0, "\(ran.err)")
        let receipt = try #require(try sandbox.texts(in: "receipts", ending: ".2.txt").first)
        #expect(receipt.hasPrefix("INGENOMEN"))
        #expect(receipt.contains("1 rij die toen niet is ingenomen, is nu wel ingenomen."))
        let status = try sandbox.run("--at", "2026-04-01T09:00", "status", "--json").objects()
        #expect(status.first { $0["indicator"] as? String == "nieuw" }?["value"] as? Int == 5)
    }

    @Test("a file that somebody has open for writing is left, however still it is", .timeLimit(.minutes(30)))
    func held() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2024;11")
        let path = sandbox.file("inbox/a.csv").path
        let writer = try #require(FileHandle(forWritingAtPath: path))
        try sandbox.pass()
        #expect(sandbox.names(in: "inbox") == ["a.csv"])
        #expect(sandbox.names(in: "receipts").isEmpty)
        try writer.seekToEnd()
        try writer.write(contentsOf: Data("2\n".utf8))
        try writer.close()
        try sandbox.pass()
        #expect(try sandbox.read("archive/a.csv") == "indicator;periode;waarde\nwmo-maatwerk;2024;112\n")
        let status = try sandbox.run("--at", "2026-04-01T09:00", "status", "--json").objects()
        #expect(status.first { $0["indicator"] as? String == "wmo-maatwerk" }?["value"] as? Int == 112)
    }
}
