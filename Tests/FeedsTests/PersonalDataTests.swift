import Feeds
import Indicators
import Testing

@Suite("Personal data stays out")
struct PersonalDataTests {
    // Numbers that pass the check and belong to nobody: they are published for tests.
    static let numbers = ["999990019", "999990421", "999991772", "999993653", "999994177"]

    static let personal: [(String, String)] = [
        ("indicator;periode;waarde;bsn\nwmo-maatwerk;2024;1;999990019\n", "4"),
        ("BSN;naam\n999990019;Jansen\n", "1"),
        ("Burgerservicenummer,regeling\n9999.90.019,Wmo\n", "1"),
        ("cliënt;regeling\n" + numbers.map { "\($0);Wmo\n" }.joined(), "1"),
        (numbers.map { "Wmo;\($0)\n" }.joined(), "2"),
        (numbers.joined(separator: "\n"), "1"),
        ("999990019;Jansen;Wmo\n", "1"),
        ("Overzicht cliënten 2024\n\nnr|bsn-nummer|bedrag\n1|999990019|12,50\n", "2"),
        ("regeling\te-mail\nWmo\tjan@voorbeeld.example\n", "2"),
        ("regeling;contact\nWmo;jan@voorbeeld.example\nJeugd;piet@voorbeeld.example\n", "2"),
        ("nr;Achternaam;Geboortedatum\n1;Jansen;31-12-1980\n", "2"),
        ("\u{FEFF}\"nr\";\"naam cliënt\";\"geb. datum\"\r\n\"1\";\"P. Jansen\";\"1980-12-31\"\r\n", "2"),
        ("onbekend;kop;regel\n\"open aanhaling;999990019\n", ""),
    ]

    @Test("a file with a column about persons is refused by its place alone", arguments: personal, chunkSizes)
    func found(_ example: (text: String, column: String), chunkSize: Int) throws {
        let fault = surveyFault(bytes(example.text), chunkSize: chunkSize)
        guard !example.column.isEmpty else { return #expect(fault != nil) }
        #expect(fault == FileFault(.personalData, column: example.column))
        for language in [Language.nl, .en] {
            let sentence = try #require(fault?.faults.first).sentence(language)
            #expect(sentence.hasPrefix(language == .nl ? "Kolom \(example.column):" : "Column \(example.column):"))
            for piece in ["9999", "Jansen", "jan@", "1980", "bsn", "BSN"] { #expect(!sentence.contains(piece)) }
        }
    }

    @Test("also where it begins far into the file")
    func late() {
        let rows = (0..<20_000).map { "wmo-maatwerk;2024;1;;groep=\($0);\n" }.joined()
        let late = (0..<4000).map { _ in "wmo-maatwerk;2024;1;;;jan@voorbeeld.example\n" }.joined()
        let text = "indicator;periode;waarde;gebied;uitsplitsing;bron\n" + rows + late
        #expect(surveyFault(bytes(text))?.reason == .personalData)
    }

    @Test(
        "ordinary files raise no alarm",
        arguments: [
            "indicator;periode;waarde\nschuld;2024;999990019\nschuld;2023;123456789\nschuld;2022;987654320\n",
            "indicator;periode;waarde\n"
                + (0..<200).map { "schuld;\(1900 + $0);\(123_456_789 + $0 * 7919)\n" }.joined(),
            "indicator;periode;waarde;bron\nschuld;2024;1;GGD\nschuld;2023;2;CBS (infoservice@cbs.example)\n",
            "indicator;periode;waarde;peildatum\nschuld;2024;1;31-12-2024\n",
            "indicator;periode;waarde;gemeente\nschuld;2024;1;Dronten\n",
        ]
    )
    func calm(_ text: String) { #expect(surveyFault(bytes(text)) == nil) }

    @Test("numbers of organisations have the same check digit and are none of persons")
    func organisations() {
        let text = "rsin;aantal\n" + Self.numbers.map { "\($0);1\n" }.joined()
        #expect(surveyFault(bytes(text))?.reason == .needsProfile)
    }

    private static let published = "Identifier;Index;Title;Description;Publisher;License;Homepage;ContactPoint\n"

    @Test(
        "the address of the publisher of a table is none of a person, and its file is what it is",
        arguments: chunkSizes
    )
    func publisher(chunkSize: Int) {
        let rows = "CBS;1;CBS databank;Catalogus;https://cbs.example/;CC;https://cbs.example/;infoservice@cbs.example\n"
        #expect(surveyFault(bytes(Self.published + rows), chunkSize: chunkSize)?.reason == .codesAlone)
        #expect(surveyFault(bytes(Self.published + rows + rows), chunkSize: chunkSize)?.reason == .codesAlone)
    }

    @Test("several addresses there, one in another column, or a header of another kind, are of persons")
    func persons() {
        let row = { (mail: String) in "1;1;t;d;p;l;h;\(mail)\n" }
        let several = Self.published + row("jan@voorbeeld.example") + row("piet@voorbeeld.example")
        #expect(surveyFault(bytes(several)) == FileFault(.personalData, column: "8"))
        let elsewhere = Self.published + "1;1;jan@voorbeeld.example;d;p;l;h;cbs@cbs.example\n"
        #expect(surveyFault(bytes(elsewhere)) == FileFault(.personalData, column: "3"))
        let other = "Identifier;Title;Description;ContactPoint\n1;t;d;jan@voorbeeld.example\n"
        #expect(surveyFault(bytes(other)) == FileFault(.personalData, column: "4"))
    }
}
