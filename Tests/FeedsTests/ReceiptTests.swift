import Feeds
import Indicators
import Testing

private let mixedFile = """
    indicator;periode;waarde;uitsplitsing
    wmo-maatwerk;2023;108;
    wmo-maatwerk;2024;112,50;
    wmo-maatwerk;2024;20;leeftijd=65+
    moeite-rondkomen;2024;25,3;
    moeite-rondkomen;2025;Nb;
    moeite-rondkomen;2026;-;

    moeite-rondkomen;2022;onbekend;

    """

private let faultyFile = """
    indicator;periode;waarde;gebied
    wmo-maatwek;2024;108;
    moeite-rondkomen;2024;253;
    moeite-rondkomen;2024-Q1;25;
    gemiddelde;2024;9,1;
    wmo-maatwerk;2024;#DEEL/0!;
    wmo-maatwerk;2024;1;\u{1B}[31m<0>\u{202E}\u{2028}een heel lange naam die nergens voorkomt en nooit zal voorkomen
    wmo-maatwerk;2024
    wmo-maatwerk;2024;20;

    """

private func receipt(
    _ outcome: Receipt.Outcome,
    _ text: String,
    name: FileName = FileName("wmo-2024.csv")
) throws -> Receipt {
    Receipt(
        fileName: name,
        sha256: hash,
        size: text.utf8.count,
        at: at,
        feed: "wmo-maandelijks",
        outcome: outcome,
        dialect: try survey(bytes(text)),
        tally: try tally(text)
    )
}

@Suite("Receipts")
struct ReceiptTests {
    @Test("tells what was taken in and revised")
    func taken() throws { try expectReceipt("taken", try receipt(.taken, mixedFile)) }

    @Test("tells every fault of a refused file, and counts nothing of it as taken")
    func refusedRows() throws {
        let name = FileName(bytes: bytes("wmo\n<0>\u{1B}[31m") + [0xFF] + bytes(".csv"))
        let receipt = try receipt(.refused, faultyFile, name: name)
        #expect(receipt.tally.unchanged == 0)
        #expect(receipt.tally.faultCount == 7)
        try expectReceipt("refused", receipt)
    }

    @Test("tells the faults of a header")
    func refusedHeader() throws {
        do {
            _ = try survey(bytes("indicatr;periode;waarden;kleur\nx;2024;1;rood\n"))
            Issue.record("the header was accepted")
        } catch {
            try expectReceipt("refused-header", refused(error))
        }
    }

    @Test("tells which rows were set aside")
    func partlyTaken() throws { try expectReceipt("set-aside", try receipt(.taken, faultyFile)) }

    @Test("tells when the same content was taken in before")
    func duplicate() throws {
        let earlier = Receipt.Earlier(at: at.adding(seconds: -86_400), fileName: FileName("wmo.csv"))
        let receipt = Receipt(
            fileName: FileName("wmo (1).csv"),
            sha256: hash,
            size: 214,
            at: at,
            outcome: .duplicate,
            earlier: earlier
        )
        try expectReceipt("duplicate", receipt)
    }

    @Test("tells what a dry run would have done")
    func dryRun() throws {
        let windows = bytes("indicator;periode;waarde;toelichting\nwmo-maatwerk;2023;12;Caf") + [0xE9, 0x0A]
        var tally = IntakeTally()
        tally.countTaken()
        let receipt = Receipt(
            fileName: FileName("café.csv"),
            sha256: hash,
            size: windows.count,
            at: at,
            outcome: .dryRun,
            dialect: try survey(windows),
            tally: tally
        )
        try expectReceipt("dry-run", receipt)
    }

    @Test("keeps the first hundred faults and revisions, and counts the rest")
    func bounded() throws {
        let rows = (1...150).map { "wmo-maatwerk;2024;\($0)" } + (1...150).map { _ in "wmo-maatwerk;2024;vijf" }
        let receipt = try receipt(.taken, "indicator;periode;waarde\n" + rows.joined(separator: "\n"))
        #expect(receipt.tally.faults.count == 100)
        #expect(receipt.tally.faultCount == 150)
        #expect(receipt.tally.revisions.count == 100)
        #expect(receipt.tally.revised == 149)
        #expect(receipt.text(zone: zone).contains("- en nog 50 andere."))
        // Of the revisions the text has twenty; the JSON beside it has more.
        #expect(receipt.text(zone: zone).contains("- en nog 129 andere."))
    }

    @Test("is kept under the name of the file and its hash")
    func name() throws {
        #expect(try receipt(.taken, mixedFile).name() == FileName("wmo-2024.csv.9f86d081884c"))
        #expect(refused(FileFault(.symbolicLink)).name() == FileName("x.csv.unread"))
    }
}

@Suite("The sentences of a receipt")
struct SentenceTests {
    @Test("there is one for every label, in both languages", arguments: IntakeReason.allCases, Language.allCases)
    func complete(_ reason: IntakeReason, _ language: Language) {
        let sentence = RowFault(reason, line: 12, column: "waarde", cell: "x", detail: nil).sentence(language)
        #expect(!sentence.contains(reason.rawValue))
        #expect(!sentence.contains("{cell}"))
        #expect(sentence.hasPrefix(language == .nl ? "Regel 12, kolom waarde: " : "Line 12, column value: "))
        #expect(sentence.hasSuffix("."))
        #expect(!reason.isSkip || reason.sentence(language).first?.isUppercase == true)
    }

    @Test("labels are kebab-case and do not change")
    func labels() throws {
        for reason in IntakeReason.allCases {
            #expect(reason.rawValue.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
        }
        try expectGolden("labels.txt", IntakeReason.allCases.map(\.rawValue).joined(separator: "\n") + "\n")
    }

    static let cells: [(String, String)] = [
        ("25,3 pct", "'25,3 pct'"), ("", "(leeg)"), ("a\nb\u{0}\u{7F}\u{85}", "'a\\u{0a}b\\u{00}\\u{7f}\\u{85}'"),
        ("\u{301}a", "'\\u{301}a'"), ("\u{2066}x\u{2069}", "'\\u{2066}x\\u{2069}'"), ("{cell}", "'{cell}'"),
        (String(repeating: "x", count: 61), "'" + String(repeating: "x", count: 60) + "…'"),
        (String(repeating: "\u{1B}", count: 30), "'" + String(repeating: "\\u{1b}", count: 10) + "…'"),
    ]

    @Test("quote the cell, escaped and at most 60 characters long", arguments: cells)
    func quoting(_ cell: String, _ shown: String) {
        let sentence = RowFault(.valueNotANumber, line: 3, column: "waarde", cell: cell).sentence(.nl)
        #expect(sentence.hasPrefix("Regel 3, kolom waarde: \(shown) is geen getal."))
    }

    @Test(
        "add what the fault knows",
        arguments: [
            (FaultDetail.nearest("wmo-maatwerk"), "Bedoelt u 'wmo-maatwerk'?"),
            (.unit(.percent), "De eenheid van deze indicator is '%'."),
            (.range(MeasureUnit.percent.naturalRange, .percent), "Verwacht: van 0 tot en met 100."),
            (.range(ValueRange(minimum: .zero), .count), "Verwacht: ten minste 0."),
            (.range(ValueRange(maximum: .zero), .count), "Verwacht: ten hoogste 0."),
            (.range(MeasureUnit.milestone.naturalRange, .milestone), "Verwacht: gereed (1) of niet gereed (0)."),
            (.inputs(["a", "b", "c", "d", "e", "f"]), "Lever in plaats daarvan aan: a, b, c, d en nog 2."),
            (.counts(expected: 3, found: 4), "De kopregel heeft er 3, deze rij heeft er 4."),
            (.otherRow(line: 2, text: "1,5"), "Op regel 2 staat '1,5'."),
            (.looksLike(.lessThan), "Een grens is geen waarde."),
        ]
    )
    func details(_ detail: FaultDetail, _ words: String) {
        #expect(RowFault(.valueNotANumber, line: 3, cell: "x", detail: detail).sentence(.nl).hasSuffix(" " + words))
    }
}
