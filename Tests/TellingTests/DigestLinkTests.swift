import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Foundation
import Indicators
import Testing

@testable import Telling

@Suite("Where a mail leads to")
struct DigestLinkTests {
    private static let sender = MailSender(address: "peilwacht@dronten.example", pages: "https://peil.dronten.example")

    private func mails(_ digest: Digest, _ sender: MailSender = Self.sender) -> (text: String, html: String) {
        (
            DigestText.render(digest, sender: sender, zone: Sample.amsterdam, language: .nl),
            DigestHTML.render(digest, sender: sender, zone: Sample.amsterdam, language: .nl)
        )
    }

    @Test("Without a status page it leads nowhere but to whom answers go")
    func noPage() {
        let (text, html) = mails(Sample.week, Sample.sender)
        #expect(!text.contains("://") && !html.contains("href=\"http"))
    }

    @Test("A card and a row lead to the page of their series, in the text on a line of its own")
    func cardsAndRows() {
        let item = Sample.item(.new, Sample.facts("Wmo-maatwerk"), indicator: "wmo")
        let (text, html) = mails(Sample.digest([item]))
        let about = item.episode.facts.about
        let series = item.episode.alert.series
        let address = PageAddress.indicator(programme: about.programme, series.indicator, area: series.area)
        let link = "https://peil.dronten.example\(address.path)"
        #expect(text.split(separator: "\n").contains("  \(link)"), "\(text)")
        #expect(html.contains("<a class=\"link\" href=\"\(link)\""))
        #expect(html.contains(">Wmo-maatwerk</a></h3>"))
        let open = mails(Sample.week)
        #expect(open.html.contains("</a></th>"), "a row leads to its page as well")
    }

    @Test("A card has the link by which its reader takes the alert up, and the mail says that it is personal")
    func takeUp() {
        let item = Sample.item(.new, Sample.facts("Wmo-maatwerk"), indicator: "wmo")
        var digest = Sample.digest([item])
        #expect(!mails(digest).text.contains("oppakken"))
        digest.context.takeUp = [item.episode.id: "abc.def"]
        let (text, html) = mails(digest)
        #expect(text.contains("  Oppakken:\n  https://peil.dronten.example/oppakken/abc.def\n"))
        #expect(
            html.contains("href=\"https://peil.dronten.example/oppakken/abc.def\"") && html.contains(">Oppakken</a>")
        )
        #expect(html.contains("stuur deze mail niet door") && text.contains("Met een link ‘Oppakken’"))
        #expect(!mails(digest, Sample.sender).html.contains("oppakken/"), "without a page there is none")
    }

    @Test("Everything together stands at the end, in text and on the page")
    func overview() {
        let (text, html) = mails(Sample.week)
        #expect(text.contains("Alles bij elkaar:\nhttps://peil.dronten.example/\n"))
        #expect(html.contains("href=\"https://peil.dronten.example/\""))
    }

    @Test("What is not listed stands on the page of open alerts, and without a page the command that lists it is named")
    func rest() {
        let items = (1...400).map { number in
            Sample.item(.new, Sample.facts("Indicator \(number)", .warning), indicator: IndicatorID("i\(number)"))
        }
        let (linked, plain) = (mails(Sample.digest(items)), mails(Sample.digest(items), Sample.sender))
        #expect(linked.text.contains("https://peil.dronten.example/meldingen"), "\(linked.text.suffix(3000))")
        let words = plain.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("‘peilwacht alerts’") && !words.contains("kan ze laten zien"))
    }

    @Test("No name of a series can end the address", arguments: Hostile.texts)
    func hostile(text: String) {
        let item = Sample.item(.new, Sample.facts("Wmo"), indicator: IndicatorID(text))
        let (plain, html) = mails(Sample.digest([item]))
        for line in plain.split(separator: "\n") where line.contains("https://peil") {
            #expect(Self.isWholeAddress(line.trimmingPrefix("  ")))
        }
        let links = html.components(separatedBy: "href=\"https").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(links.count == 2 && links.allSatisfy(Self.isWholeAddress))
    }

    private static func isWholeAddress(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>".utf8.contains($0) }
    }
}
