import Alerting
import DigestSamples
import Indicators
import Mailing
import Telling
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

    @Test("The mail in which each open alert can be taken up")
    func takeUp() throws {
        var digest = Sample.oneCritical
        digest.context.takeUp = Dictionary(
            uniqueKeysWithValues: digest.items.map { ($0.episode.id, "MQAxODAy.c2lnbmF0dXVy") }
        )
        let mail = try DigestMail.compose(
            digest,
            sender: MailSender(address: Sample.sender.address, pages: "https://peilwacht.dronten.example"),
            zone: Sample.amsterdam,
            language: .nl,
            key: "urgent take-up"
        )
        try expectGolden(mail.bytes, "take-up.eml")
    }
}
