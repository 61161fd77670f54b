import Alerting
import DigestSamples
import Indicators
import Mailing
import TestSupport
import Testing

@Suite("Mails look as recorded")
struct DigestGoldenTests {
    @Test("The mail of a digest", arguments: DigestCase.recorded)
    func mail(digest: DigestCase) throws {
        let mail = try DigestMail.compose(
            digest.value,
            sender: Sample.sender,
            zone: Sample.amsterdam,
            language: .nl,
            key: "digest beleid-6 2026-07-02T07:00"
        )
        try expectGolden(mail.bytes, "\(digest.name).eml")
    }
}
