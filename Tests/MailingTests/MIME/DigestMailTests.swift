import Alerting
import Assessment
import DigestSamples
import Indicators
import Telling
import TestSupport
import Testing

@testable import Mailing

@Suite("The mail of a digest", .ownThreads)
struct DigestMailTests {
    private func compose(
        _ digest: Digest,
        key: String = "digest beleid-6",
        inReplyTo: String? = nil,
        references: [String] = [],
        sender: MailSender = Sample.sender
    ) throws -> ComposedMail {
        try DigestMail.compose(
            digest,
            sender: sender,
            zone: Sample.amsterdam,
            language: .nl,
            key: key,
            inReplyTo: inReplyTo,
            references: references
        )
    }

    @Test("Another parser reads it without a defect, both parts as rendered")
    func isRead() throws {
        let mails = try DigestCase.all.map { try compose($0.value) }
        for (digest, (mail, parsed)) in zip(DigestCase.all, zip(mails, try PythonMail.all(mails.map(\.bytes)))) {
            #expect(parsed.defects == [], "\(digest.name)")
            #expect(
                parsed.parts == [
                    "multipart/alternative None", "text/plain quoted-printable", "text/html quoted-printable",
                ]
            )
            #expect(parsed.values("Subject") == [mail.subject], "\(digest.name)")
            #expect(parsed.values("Message-ID") == [mail.messageID])
            // What would be too large is told in fewer words.
            let pages = DigestLimits.steps.map { limits in
                DigestPage(
                    digest.value,
                    sender: Sample.sender,
                    zone: Sample.amsterdam,
                    language: .nl,
                    limits: limits
                )
            }
            let page = try #require(
                pages.first { page in
                    parsed.text.utf8.elementsEqual(DigestText.render(page).withLineEnds("\r\n").utf8)
                },
                "\(digest.name)"
            )
            #expect(parsed.html.utf8.elementsEqual(DigestHTML.render(page).withLineEnds("\r\n").utf8), "\(digest.name)")
            #expect(mail.bytes.count <= 100_000)
        }
    }

    @Test("The headers of a scheduled digest")
    func headers() throws {
        let parsed = try PythonMail(try compose(Sample.mixed).bytes)
        #expect(parsed.from == ["Peilwacht", "peilwacht@dronten.example"])
        #expect(parsed.to == ["Maaike de Vries", "m.devries@dronten.example"])
        #expect(parsed.date == "2026-07-02T09:20:00+02:00")
        let expected = [
            "Message-ID": "<digest_20beleid-6@dronten.example>",
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Precedence": "bulk",
            "List-Id": "Peilwacht <beleid-6.peilwacht.dronten.example>",
            "List-Unsubscribe": "<mailto:peilwacht@dronten.example?subject=Afmelden%20beleid-6>",
            "Content-Language": "nl",
            "MIME-Version": "1.0",
        ]
        for (name, value) in expected { #expect(parsed.values(name) == [value]) }
        let once = parsed.headers.map { $0[0] }.filter { $0 != "X-Peilwacht-Episode" }
        #expect(Set(once).count == once.count)
    }

    @Test("Every episode that is news is named, percent-encoded")
    func episodes() throws {
        let breakdown = Breakdown(pairs: [
            "herkomst": "Curaçao\r\nBcc: x", "leeftijd": String(repeating: "6", count: 90),
        ])
        let item = Sample.item(.new, Sample.facts(), breakdown: breakdown)
        let parsed = try PythonMail(
            try compose(Sample.digest([item, Sample.item(.stillOpen, Sample.facts(), number: 2)])).bytes
        )
        #expect(
            parsed.values("X-Peilwacht-Episode").map { $0.components(" ").joined() } == [
                "target:wmo-maatwerk/GM0303/herkomst=Cura%C3%A7ao%0D%0ABcc:%20x,leeftijd="
                    + String(repeating: "6", count: 90) + "#1"
            ]
        )
        #expect(parsed.values("Bcc") == [])
    }

    @Test("An urgent mail is not bulk")
    func urgent() throws {
        #expect(try PythonMail(try compose(Sample.oneCritical).bytes).values("Precedence") == [])
    }

    @Test("A thread is referred to where one is given")
    func thread() throws {
        let mail = try compose(Sample.oneCritical, inReplyTo: "<b@c>", references: ["<a@c>", "<b@c>"])
        let parsed = try PythonMail(mail.bytes)
        #expect(parsed.values("In-Reply-To") == ["<b@c>"])
        #expect(parsed.values("References") == ["<a@c> <b@c>"])
        #expect(throws: MIMEFault.unsafeMessageID("<b@c>\r\nBcc: x")) {
            try compose(Sample.oneCritical, references: ["<b@c>\r\nBcc: x"])
        }
    }

    @Test(
        "Only ASCII, every line ended by CR LF, at most 78 characters in it where it can be folded",
        arguments: DigestCase.all
    )
    func bytes(digest: DigestCase) throws {
        let mail = try compose(digest.value)
        #expect(mail.bytes.allSatisfy { $0 < 0x80 && $0 != 0 })
        let lines = mail.bytes.split(separator: 10, omittingEmptySubsequences: false)
        #expect(lines.last?.isEmpty == true)
        for line in lines.dropLast() {
            #expect(line.last == 13 && !line.dropLast().contains(13))
            let text = String(decoding: line.dropLast(), as: UTF8.self)
            let isWhole = text.hasPrefix("Message-ID:") || text.hasPrefix("List-Unsubscribe:")
            #expect(text.utf8.count <= (isWhole ? 998 : 78))
        }
        #expect(try compose(digest.value) == mail)
    }

    @Test("The longest key and a hostile subscription still fit")
    func extremes() throws {
        let subscription = Subscription(
            id: "Beleid é\r\nBcc: x",
            who: Subscription.Recipient(address: "a@b.nl", name: "Ren\u{E9}e\r\nBcc: x@y"),
            digest: nil
        )
        let mail = try compose(
            Sample.digest([], subscription: subscription),
            key: String(repeating: "É", count: 100),
            sender: MailSender(address: "a@b.nl", name: "\r\nSubject: nep")
        )
        let parsed = try PythonMail(mail.bytes)
        #expect(parsed.defects == [])
        #expect(parsed.to == ["Renée Bcc: x@y", "a@b.nl"])
        #expect(parsed.from == ["Subject: nep", "a@b.nl"])
        #expect(parsed.values("Bcc") == [] && parsed.values("Subject").count == 1)
        #expect(mail.bytes.split(separator: 10).allSatisfy { $0.count <= 998 })
    }

    @Test("An address that is not safe makes no mail")
    func refuses() {
        let nobody = Subscription(id: "x", who: Subscription.Recipient(address: "a@b.nl\r\nBcc: c@d.nl"), digest: nil)
        #expect(throws: MIMEFault.unsafeAddress("a@b.nl\r\nBcc: c@d.nl")) {
            try compose(Sample.digest([], subscription: nobody))
        }
        #expect(throws: MIMEFault.unsafeAddress("niemand")) {
            try compose(Sample.oneCritical, sender: MailSender(address: "niemand"))
        }
    }
}
