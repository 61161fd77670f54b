import Foundation
import TestSupport
import Testing

@Suite("Files that are refused, through the real program", .ownThreads)
struct RefusalTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let reason: String
        var line: Int?
    }

    static let cases = [
        Case(
            testDescription: "an unknown indicator",
            text: "indicator;periode;waarde\nwmo;2026;1\n",
            reason: "unknown-indicator",
            line: 2
        ),
        Case(
            testDescription: "a code that is none of an area",
            text: "indicator;periode;waarde;gebied\nwmo-maatwerk;2026;1;GM999\n",
            reason: "unknown-area",
            line: 2
        ),
        Case(
            testDescription: "no row of a watched area",
            text: "indicator;periode;waarde;gebied\nwmo-maatwerk;2026;1;GM0358\n",
            reason: "no-watched-area"
        ),
        Case(
            testDescription: "a year that has not begun",
            text: "indicator;periode;waarde\nwmo-maatwerk;2062;100\n",
            reason: "period-ahead",
            line: 2
        ),
        Case(
            testDescription: "a quarter that has not begun",
            text: "indicator;periode;waarde\njeugdhulp;2026-Q3;100\n",
            reason: "period-ahead",
            line: 2
        ),
        Case(
            testDescription: "a cell under no name",
            text: "indicator,periode,waarde,\nmatig,2025,25,3\n",
            reason: "cell-without-column",
            line: 2
        ),
        Case(
            testDescription: "a decimal comma among commas",
            text: "indicator,periode,waarde,n\nmatig,2025,25,3\n",
            reason: "decimal-comma-unquoted",
            line: 2
        ),
        Case(
            testDescription: "a thousand with a point where other numbers have decimals",
            text: "indicator;periode;waarde\nmatig;2025;36.5\njeugdhulp;2025-Q4;1.384\n",
            reason: "thousands-or-decimals",
            line: 3
        ),
        Case(
            testDescription: "half a child",
            text: "indicator;periode;waarde\njeugdhulp;2025-Q4;36,5\n",
            reason: "too-many-decimals",
            line: 2
        ),
        Case(
            testDescription: "a percentage of 253",
            text: "indicator;periode;waarde\nmatig;2026;36,5\nsterk;2026;253\n",
            reason: "value-out-of-range",
            line: 3
        ),
        Case(
            testDescription: "a period of another kind",
            text: "indicator;periode;waarde\nwmo-maatwerk;2026-Q1;1\n",
            reason: "period-of-other-kind",
            line: 2
        ),
        Case(
            testDescription: "a period that is none",
            text: "indicator;periode;waarde\nwmo-maatwerk;ooit;1\n",
            reason: "period-not-readable",
            line: 2
        ),
        Case(
            testDescription: "a value that is no number",
            text: "indicator;periode;waarde\nwmo-maatwerk;2026;veel\n",
            reason: "value-not-a-number",
            line: 2
        ),
        Case(
            testDescription: "two values for one period",
            text: "indicator;periode;waarde\nwmo-maatwerk;2026;100\nwmo-maatwerk;2026;101\n",
            reason: "conflicting-rows",
            line: 3
        ),
        Case(testDescription: "an empty file", text: "", reason: "empty-file"),
        Case(
            testDescription: "a missing column",
            text: "indicator;periode\nwmo-maatwerk;2026\n",
            reason: "missing-column"
        ),
        Case(
            testDescription: "a decimal sign that is not clear",
            text: "indicator;periode;waarde\nwmo-maatwerk;2026;1.010\n",
            reason: "decimal-sign-unclear"
        ),
    ]

    @Test(
        "a file with a fault is refused whole, with its reason and line, and costs no other file its turn",
        arguments: cases
    )
    func refused(_ example: Case) throws {
        let sandbox = try Sandbox()
        try sandbox.drop("fout.csv", example.text)
        try sandbox.drop("goed.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;100\n")
        #expect(try sandbox.pass().status == 1)
        #expect(sandbox.names(in: "archive") == ["goed.csv"])
        #expect(sandbox.names(in: "quarantine") == ["fout.csv"])
        let name = try #require(
            sandbox.names(in: "receipts").first { $0.hasPrefix("fout.csv.") && $0.hasSuffix(".json") }
        )
        let receipt = try sandbox.read("receipts/\(name)")
        #expect(receipt.contains("\"\(example.reason)\""))
        if let line = example.line { #expect(receipt.replacing(" ", with: "").contains("\"line\":\(line)")) }
        // Nothing of the refused file is in the store.
        let rows = try sandbox.run("--at", "2026-04-01T08:00", "status", "--json").objects()
        #expect(rows.compactMap { $0["value"] as? Int } == [100])
    }

    @Test("a PDF, a ZIP, a symbolic link and a FIFO are refused without holding up the rest")
    func otherKinds() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "%PDF-1.7\n%âãÏÓ\n")
        try Data([0x50, 0x4B, 3, 4, 0, 0, 0, 0]).write(to: sandbox.file("inbox/b.csv"))
        try FileManager.default.createSymbolicLink(
            at: sandbox.file("inbox/c.csv"),
            withDestinationURL: URL(fileURLWithPath: "/etc/passwd")
        )
        #expect(mkfifo(sandbox.file("inbox/d.csv").path, 0o600) == 0)
        try sandbox.drop("e.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;100\n")
        try sandbox.drop("f.part", "half")
        #expect(try sandbox.pass().status == 1)
        #expect(sandbox.names(in: "archive") == ["e.csv"])
        #expect(sandbox.names(in: "quarantine") == ["a.csv", "b.csv", "c.csv", "d.csv"])
        #expect(sandbox.names(in: "inbox") == ["f.part"])
        #expect(sandbox.names(in: "receipts").filter { $0.hasSuffix(".txt") }.count == 5)
    }

    @Test("Nb and - are known gaps: skipped, not refused, and never a number")
    func knownGaps() throws {
        let sandbox = try Sandbox()
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2024;Nb\nmatig;2024;-\nsterk;2024;8%\n")
        #expect(try sandbox.pass().status == 0)
        let rows = try sandbox.run("--at", "2026-04-01T08:00", "status", "--json").objects()
        #expect(rows.compactMap { $0["value"] as? Int } == [8])
    }
}
