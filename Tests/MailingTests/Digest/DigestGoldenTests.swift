import Alerting
import Mailing
import Testing

@Suite("Digests look as recorded")
struct DigestGoldenTests {
    @Test("The mail, its text and its page", arguments: DigestCase.recorded)
    func dutch(digest: DigestCase) throws {
        let name = digest.name
        let digest = digest.value
        let mail = try DigestMail.compose(
            digest,
            sender: Sample.sender,
            zone: Sample.amsterdam,
            language: .nl,
            key: "digest beleid-6 2026-07-02T07:00"
        )
        let text = DigestText.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: .nl)
        let page = DigestHTML.render(digest, sender: Sample.sender, zone: Sample.amsterdam, language: .nl)
        try expectGolden(mail.bytes, "\(name).eml")
        try expectGolden(Array(text.utf8), "\(name).txt")
        try expectGolden(Array(page.utf8), "\(name).html")
    }

    @Test("The English text")
    func english() throws {
        let text = DigestText.render(Sample.mixed, sender: Sample.sender, zone: Sample.amsterdam, language: .en)
        try expectGolden(Array(text.utf8), "mixed.en.txt")
    }
}
