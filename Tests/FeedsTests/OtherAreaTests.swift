import Feeds
import Indicators
import Testing

private let header = "indicator;periode;waarde;gebied"

private func strict() -> FeedProfile {
    FeedProfile(name: "streng", filePattern: Glob("*"), otherAreas: .refuse)
}

/// Counts what became of the rows of a text.
private func counted(_ text: String, profile: FeedProfile? = nil) throws -> IntakeTally {
    var tally = IntakeTally()
    for outcome in try outcomes(bytes(text), profile: profile) {
        switch outcome {
        case .observed(let row): tally.count(.new, of: row)
        case .withdrawn: Issue.record("nothing is taken back here")
        case .skipped(let skip): tally.count(skip)
        case .fault(let fault): tally.count(fault)
        }
    }
    return tally
}

@Suite("Rows of areas that are not watched")
struct OtherAreaTests {
    /// A table of all municipalities, of which one is watched.
    static let dump =
        "\(header)\n"
        + (1...354).map { "wmo-maatwerk;2025;\($0 % 9 + 100);GM\(1000 + $0)\n" }.joined()
        + "wmo-maatwerk;2025;104;GM0303\n"

    @Test("are passed over and told in one line, and the watched row decides")
    func skipped() throws {
        let tally = try counted(Self.dump)
        #expect(tally.taken == 1 && tally.faultCount == 0)
        #expect(tally.skips.count == 1 && tally.skips[.areaNotWatched]?.count == 354)
        let receipt = Receipt(
            fileName: FileName("x.csv"),
            sha256: nil,
            size: nil,
            at: at,
            outcome: .taken,
            tally: tally
        )
        let text = receipt.text(zone: zone)
        #expect(text.contains("354 rijen (regels 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …): het gebied wordt niet gevolgd."))
        #expect(text.hasPrefix("INGENOMEN: x.csv\n"))
    }

    @Test("are faults in one line where the feed says so")
    func refused() throws {
        let tally = try counted(Self.dump, profile: strict())
        #expect(tally.faultCount == 354 && tally.faults.count == 1 && tally.taken == 1)
        let receipt = Receipt(
            fileName: FileName("x.csv"),
            sha256: nil,
            size: nil,
            at: at,
            outcome: .refused,
            tally: tally
        )
        let text = receipt.text(zone: zone).replacing("\n  ", with: " ")
        #expect(text.contains("Zo zijn er 354 rijen (regels 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …)."))
        #expect(!text.contains("en nog"))
        #expect(receipt.json(zone: zone).contains("\"count\": 354"))
    }

    @Test("a slip in the name of the own area is a fault, also beside other areas", arguments: ["Drontn", "Dronteen"])
    func slip(name: String) throws {
        let rows = "wmo-maatwerk;2024;104;Dronten\nwmo-maatwerk;2025;104;\(name)\nwmo-maatwerk;2025;9;Zwolle\n"
        let tally = try counted("\(header)\n\(rows)")
        #expect(tally.faults.map(\.reason) == [.unknownArea] && tally.faults.map(\.line) == [3])
        #expect(tally.skips[.areaNotWatched]?.count == 1)
    }

    @Test("are refused as a file where there are no others: the own area is most likely misspelt")
    func onlyOthers() throws {
        for rows in [
            "wmo-maatwerk;2025;104;GM0358\n", "wmo-maatwerk;2025;104;Assen\n;;;\nwmo-maatwerk;2025;9;Zwolle\n",
        ] {
            let tally = try counted("\(header)\n\(rows)")
            #expect(tally.faults.map(\.reason) == [.noWatchedArea])
            #expect(!tally.isAccepted(settingFaultyRowsAside: true))
            #expect(tally.rows == rows.split(separator: "\n").count)
        }
    }

    @Test("may have faults of their own, which nobody here has to mend")
    func faultyOthers() throws {
        let tally = try counted("\(header)\nonbekend;ooit;x;GM0358\nwmo-maatwerk;2025;104;GM0303\n")
        #expect(tally.faultCount == 0 && tally.taken == 1)
    }

    @Test(
        "are never taken for the own one",
        arguments: ["GM0358", "GM0330", "Dronte", "Druten", "GM303", "Noordoostpolders", "NL10"]
    )
    func noHint(_ area: String) throws {
        for profile in [nil, strict()] {
            let found = try outcome(header, "wmo-maatwerk;2025;104;\(area)", profile: profile)
            #expect(found?.observed == nil)
            if let fault = found?.fault {
                #expect(fault.detail == nil)
                #expect(!fault.sentence().contains("Bedoelt u") && !fault.sentence().contains("GM0303"))
            }
        }
    }

    @Test("are in a milestone file too")
    func milestones() throws {
        let text =
            "mijlpaal;peildatum;status;gebied\nenergieloket;2026-03-31;gereed;GM0358\nenergieloket;2026-03-31;gereed;\n"
        #expect(try counted(text).skips.keys.map(\.rawValue) == ["area-not-watched"])
    }
}
