import Foundation
import Testing

@Suite("A file with personal data", .timeLimit(.minutes(30)))
struct PersonalDataDropTests {
    static let files = [
        "indicator;periode;waarde;bsn\nwmo-maatwerk;2026;112;999990019\n",
        "klant;bsn;onbekende kolom\nJansen-Vermeulen;999990421;geheim dossier\n",
        "999990019;Jansen-Vermeulen;geheim dossier\n999990421;Jansen-Vermeulen;geheim dossier\n",
        "naam;geboortedatum;indicator\nJansen-Vermeulen;31-12-1980;wmo-maatwerk\n",
        "indicator;periode;waarde;toelichting\nwmo-maatwerk;2026;112;jansen.vermeulen@voorbeeld.example\n",
    ]

    static let pieces = [
        "999990019", "999990421", "Jansen", "jansen", "geheim", "dossier", "31-12-1980", "onbekende", "bsn", "klant",
        "geboortedatum",
    ]

    @Test("goes to quarantine for nobody else to read, and nothing of it stands anywhere", arguments: files)
    func putAside(_ text: String) throws {
        let sandbox = try Sandbox()
        try sandbox.comeUnderWatch()
        try sandbox.drop("levering.csv", text)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644],
            ofItemAtPath: sandbox.file("inbox/levering.csv").path
        )
        let ran = try sandbox.pass()
        #expect(sandbox.names(in: "quarantine") == ["levering.csv"])
        #expect(sandbox.names(in: "archive").isEmpty)
        let rights = try FileManager.default.attributesOfItem(atPath: sandbox.file("quarantine/levering.csv").path)
        #expect(rights[.posixPermissions] as? Int == 0o600)
        let receipts = try [".json", ".txt"].flatMap { try sandbox.texts(in: "receipts", ending: $0) }
        #expect(receipts.count == 2)
        #expect(receipts[0].contains("\"reason\": \"personal-data\"") && receipts[0].contains("\"cell\": null"))
        #expect(receipts[1].contains("Kolom ") && receipts[1].contains("persoonsgegevens"))
        #expect(ran.err.contains("file refused faults=1 file=levering.csv"))
        for told in receipts + [ran.out, ran.err] {
            for piece in Self.pieces { #expect(!told.contains(piece), "\(piece) stands in \(told)") }
        }
        #expect(try sandbox.run("status", "--json").out.contains("112") == false)
    }

    @Test("says as little when it is imported by hand, also to see what would be")
    func byHand() throws {
        let sandbox = try Sandbox()
        try sandbox.write("lijst.csv", Self.files[1])
        for arguments in [["import", "lijst.csv", "--dry-run"], ["import", "lijst.csv", "--json"]] {
            let ran = try sandbox.run(arguments.map { $0 == "lijst.csv" ? sandbox.file($0).path : $0 })
            #expect(ran.status == 65)
            #expect((ran.out + ran.err).contains("ersoonsgegevens"))
            for piece in Self.pieces { #expect(!(ran.out + ran.err).contains(piece)) }
        }
    }
}
