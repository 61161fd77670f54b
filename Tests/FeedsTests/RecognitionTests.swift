import Feeds
import Indicators
import Testing

/// What a file is taken for, as its receipt says it.
@Suite("What a file was taken for")
struct RecognitionTests {
    /// Reads a file as far as its survey goes, and makes the receipt of it.
    private func receipt(_ text: String) -> Receipt {
        var survey = FileSurvey(fileName: FileName("x.csv"))
        survey.take(bytes(text))
        do {
            let dialect = try survey.finish()
            let name = FileName("x.csv")
            return Receipt(fileName: name, sha256: hash, size: 1, at: at, outcome: .taken, dialect: dialect)
        } catch {
            var tally = IntakeTally()
            tally.note(error)
            return Receipt(
                fileName: FileName("x.csv"),
                sha256: hash,
                size: 1,
                at: at,
                outcome: .refused,
                recognition: error.recognition,
                firstLines: survey.firstLines,
                tally: tally
            )
        }
    }

    private func sentence(_ text: String) -> String? {
        receipt(text).text(zone: zone).replacing("\n  ", with: " ").replacing("\n", with: " ")
            .split(separator: "Herkend als ").last
            .map { String($0.prefix(while: { $0 != "." })) }
    }

    @Test(
        "the form, and the titles by which it was known",
        arguments: [
            (
                "indicator;periode;waarde;gebied\nwmo-maatwerk;2024;108;Dronten\n",
                "een waardenbestand van Peilwacht, aan de kolommen 'indicator', 'periode' en 'waarde'"
            ),
            (
                "mijlpaal;peildatum;status\nenergieloket;2024-01-01;gereed\n",
                "een bestand met meldingen van mijlpalen, aan de kolommen 'mijlpaal', 'peildatum' en 'status'"
            ),
            (
                "\"Perioden\";\"Regio's\";\"Wmo (per 1 000)\"\n\"2024\";\"Urk\";91,5\n",
                "een StatLine-download (CSV zonder statistische symbolen), aan de kolommen 'Perioden', 'Regio's' en "
                    + "'Wmo (per 1 000)'"
            ),
            (
                "ID;RegioS;Perioden;Eenzaam_27\n0;GM0303;2024JJ00;44.1\n",
                "een onbewerkte dataset van het CBS of het RIVM (OData 3), aan de kolommen 'ID' en 'Eenzaam_27'"
            ),
            (
                "Gemeente;2023;2024\nDronten;25,3;24,1\n",
                "een tabel met een kolom per jaar, aan de kolommen '2023' en '2024'"
            ),
            (
                "indicator;periode;waarden;kleur\nx;2024;1;rood\n",
                "een waardenbestand van Peilwacht, aan de kolommen 'indicator' en 'periode'"
            ),
        ]
    )
    func known(_ text: String, _ words: String) { #expect(sentence(text) == words) }

    @Test("of many titles the first six are named, and the others counted")
    func manyMarks() throws {
        let years = (2001...2012).map(String.init).joined(separator: ";")
        let values = (1...12).map { "\($0),5" }.joined(separator: ";")
        let words = try #require(sentence("Gemeente;\(years)\nDronten;\(values)\n"))
        #expect(words.hasSuffix("'2005', '2006' en nog 6 andere"))
    }

    @Test("the first lines of a refused file are quoted, and nothing in them steers what shows them")
    func firstLines() {
        let refused = receipt(
            "=cmd|' /C calc'!A0;<script>alert(1)</script>\n\u{202E}\u{1B}[31m;a<5\r\n\n@SUM(1);b\nvierde;regel\n"
        )
        #expect(refused.outcome == .refused)
        let shown = """
            Het bestand begint zo:
              '=cmd|' /C calc'!A0;\\u{3c}script>alert(1)\\u{3c}/script>'
              '\\u{202e}\\u{1b}[31m;a<5'
              '@SUM(1);b'

            """
        #expect(refused.text(zone: zone).contains(shown), "\(refused.text(zone: zone))")
        let json = refused.json(zone: zone)
        #expect(json.contains("\"first_lines\": ["))
        #expect(!json.contains("vierde"))
        for raw in ["\u{1B}", "\u{202E}", "<script"] {
            #expect(!refused.text(zone: zone).unicodeScalars.contains(raw.unicodeScalars.first!) || raw == "<script")
            #expect(!refused.text(zone: zone).contains("<script"))
        }
    }

    @Test("a cell of a fault begins no tag of a page")
    func tags() {
        let fault = RowFault(.valueNotANumber, line: 3, column: "waarde", cell: "<img src=x>")
        #expect(fault.sentence(.nl).contains("'\\u{3c}img src=x>'"))
        #expect(RowFault(.valueNotANumber, line: 3, cell: "<25,3").sentence(.nl).contains("'<25,3'"))
    }

    @Test("nothing is quoted of a file about persons, however far down that shows")
    func persons() {
        let rows = (1...4000).map { "wmo-maatwerk;2024;\($0);Jan Jansen nummer \($0)" }.joined(separator: "\n")
        let numbers = (0..<40).map { _ in "wmo-maatwerk;2024;1;111222333" }.joined(separator: "\n")
        let refused = receipt("indicator;periode;waarde;bsn\n" + rows + "\n" + numbers + "\n")
        #expect(refused.isAboutPersons)
        #expect(refused.firstLines.isEmpty && !refused.text(zone: zone).contains("begint zo"))
    }

    @Test("what was taken in is not quoted")
    func taken() {
        #expect(receipt("indicator;periode;waarde\nwmo-maatwerk;2024;108\n").firstLines.isEmpty)
    }
}
