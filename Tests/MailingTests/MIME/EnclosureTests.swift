import AlertSamples
import Alerting
import DigestSamples
import Indicators
import Telling
import TestSupport
import Testing

@testable import Mailing

@Suite("What goes with the words of a mail", .ownThreads)
struct EnclosureTests {
    private static let series = SeriesKey(indicator: "wmo-maatwerk", area: "GM0303")
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47] + (0..<300).map { UInt8($0 % 256) }
    private static let picture = MailEnclosures.Picture(
        ChartPicture(contentID: "abc.grafiek@dronten.example", alternative: "103, 108 \"<\"", width: 360, height: 240),
        png: png
    )
    private static let table = MailEnclosures.Table(
        name: "peilwacht-2026-04-01.csv",
        bytes: Array("\u{FEFF}a;b\r\n=_;1\r\n".utf8)
    )

    private static func mail(_ enclosures: MailEnclosures, _ digest: Digest = Sample.oneCritical) throws -> [UInt8] {
        try DigestMail.compose(
            digest,
            sender: Sample.sender,
            zone: Sample.amsterdam,
            language: .nl,
            key: "k",
            enclosures: enclosures
        )
        .bytes
    }

    /// The parts of a mail as Python finds them.
    private struct Found: Decodable {
        let parts: [String]
        let contents: [[Int]]
        let names: [String?]
        let ids: [String?]
        let html: String
        let text: String
    }

    private static let script = """
        import email
        from email import policy
        def answer(mail):
            message = email.message_from_bytes(mail, policy=policy.default)
            leaves = [p for p in message.walk() if not p.is_multipart()]
            return {
                'parts': [p.get_content_type() + ' ' + str(p.get_content_disposition()) for p in message.walk()],
                'contents': [list(p.get_payload(decode=True)) for p in leaves],
                'names': [p.get_filename() for p in leaves], 'ids': [p['Content-ID'] for p in leaves],
                'html': message.get_body(('html',)).get_payload(decode=True).decode('utf-8'),
                'text': message.get_body(('plain',)).get_payload(decode=True).decode('utf-8')}
        """

    private static func found(_ mail: [UInt8]) throws -> Found {
        #expect(try PythonMail(mail).defects == [])
        return try Python.ask(script, [mail], as: Found.self)[0]
    }

    @Test("a picture stands beside the page, and the figures behind it all")
    func everything() throws {
        let mail = try Self.mail(MailEnclosures(pictures: [(Self.series, Self.picture)], table: Self.table))
        let found = try Self.found(mail)
        #expect(
            found.parts == [
                "multipart/mixed None", "multipart/alternative None", "text/plain None", "multipart/related None",
                "text/html None", "image/png inline", "text/csv attachment",
            ]
        )
        #expect(found.contents[2] == Self.png.map(Int.init) && found.contents[3] == Self.table.bytes.map(Int.init))
        #expect(found.ids[2] == "<abc.grafiek@dronten.example>" && found.names[3] == "peilwacht-2026-04-01.csv")
        let image =
            #"<img src="cid:abc.grafiek@dronten.example" alt="103, 108 &quot;&lt;&quot;" width="360" height="240""#
        #expect(found.html.contains(image))
        #expect(found.text.contains("bijlage") && found.text.contains("peilwacht-2026-04-01.csv"))
        #expect(MIMEMessage.plainText(of: mail).contains("Wmo-maatwerk"))
        #expect(mail.allSatisfy { $0 < 0x80 })
        let lines = String(decoding: mail, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.utf8.count <= 200 })
    }

    @Test("what was too large goes without what goes with its words, and says so in the place of where the file was")
    func tooLarge() throws {
        let whole = try Self.mail(MailEnclosures(pictures: [(Self.series, Self.picture)], table: Self.table))
        let bare = try #require(
            BareMail.compose(whole, language: .nl)
        )
        let (before, after) = (try Self.found(whole), try Self.found(bare))
        #expect(after.parts == ["multipart/alternative None", "text/plain None", "text/html None"])
        for words in [after.text.split(whereSeparator: \.isWhitespace).joined(separator: " "), after.html] {
            #expect(
                words.contains(
                    "De grafieken en de bijlage zijn weggelaten: daarmee was deze mail te groot voor de mailserver."
                )
            )
            #expect(!words.contains("peilwacht-2026-04-01.csv") && !words.contains("cid:") && !words.contains("<img"))
        }
        #expect(after.html.contains(">103, 108 &quot;&lt;&quot;</p>"), "what the picture shows, in words")
        #expect(before.text.contains("103, 108") && after.text.contains("103, 108"))
        let (old, new) = (try PythonMail(whole), try PythonMail(bare))
        #expect(new.defects == [])
        // It stays the same mail.
        for field in ["From", "To", "Subject", "Date", "List-Id", "Message-ID"] {
            #expect(new.values(field) == old.values(field))
        }
        // What is words alone cannot become less.
        #expect(BareMail.compose(bare, language: .nl) == nil)
    }

    @Test("where there was no file the line stands at the end, before whom to ask")
    func tooLargePictures() throws {
        let whole = try Self.mail(MailEnclosures(pictures: [(Self.series, Self.picture)]))
        let bare = try #require(
            BareMail.compose(whole, language: .nl)
        )
        let found = try Self.found(bare)
        let text = found.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let line = "De grafieken zijn weggelaten: daarmee was deze mail te groot voor de mailserver."
        #expect(text.contains(line) && found.html.contains(line))
    }

    @Test("without a picture the words are the same, and the figures may go alone")
    func words() throws {
        let bare = try Self.found(try Self.mail(.none))
        #expect(bare.parts == ["multipart/alternative None", "text/plain None", "text/html None"])
        let pictured = try Self.found(try Self.mail(MailEnclosures(pictures: [(Self.series, Self.picture)])))
        #expect(pictured.parts.first == "multipart/alternative None")
        // Whoever reads the plain text reads what the picture shows.
        let alternative = "  \(Self.picture.picture.alternative)\r\n"
        #expect(pictured.text.contains(alternative))
        #expect(pictured.text.replacing(alternative, with: "") == bare.text)
        let withTable = try Self.found(try Self.mail(MailEnclosures(table: Self.table)))
        #expect(withTable.parts.count == 5 && withTable.parts.last == "text/csv attachment")
    }

    @Test("a picture that the page does not show is not sent")
    func unshown() throws {
        let other = SeriesKey(indicator: "een-ander", area: "GM0303")
        let found = try Self.found(try Self.mail(MailEnclosures(pictures: [(other, Self.picture)])))
        #expect(!found.parts.contains("image/png inline"))
    }

    @Test("what is too large stays out, and the mail says where the figures are")
    func stayOut() throws {
        let table = MailEnclosures.Table(name: "a.csv", bytes: [UInt8](repeating: 65, count: 600_000))
        let large = MailEnclosures.Picture(Self.picture.picture, png: [UInt8](repeating: 1, count: 1_000_000))
        let found = try Self.found(try Self.mail(MailEnclosures(pictures: [(Self.series, large)], table: table)))
        #expect(found.parts == ["multipart/alternative None", "text/plain None", "text/html None"])
        #expect(found.text.contains("te veel voor"))
    }

    @Test("the id of a picture follows from the picture, and breaks out of no header")
    func contentID() throws {
        let id = try ContentID.make(digest: String(repeating: "a1", count: 32), sender: "peilwacht@dronten.example")
        #expect(id == "a1a1a1a1a1a1a1a1a1a1a1a1.grafiek@dronten.example")
        #expect(throws: MIMEFault.self) { try ContentID.make(digest: "a", sender: "a@b>\r\nX: y") }
    }
}
