import AlertSamples
import Alerting
import Assessment
import DigestSamples
import Feeds
import Indicators
import TestSupport
import Testing

@testable import Telling

@Suite("The pages of deliveries")
struct DeliveryPagesTests {
    private let sample = IndicatorPageSamples()

    private func delivery(
        _ id: Int,
        _ name: String = "wmo 2025.csv",
        refusal: IntakeReason? = nil,
        taken: Int = 3,
        faults: Int = 0,
        isRepeat: Bool = false,
        isUndone: Bool = false
    ) -> ToldDelivery {
        ToldDelivery(
            id: id,
            at: Sample.at("2026-04-01 07:30"),
            fileName: name,
            hash: "0123456789abcdef",
            byteCount: 312,
            supplier: "GGD Flevoland",
            refusal: refusal,
            counts: ToldDelivery.Counts(
                rows: 5,
                taken: taken,
                revised: 0,
                unchanged: 2,
                skipped: 0,
                faults: faults
            ),
            isRepeat: isRepeat,
            isUndone: isUndone
        )
    }

    private func page(_ deliveries: [ToldDelivery], awaited: AwaitedFigures? = nil, next: Int? = nil) -> String {
        DeliveriesPage(deliveries, awaited: awaited, next: next, in: sample.frame("Leveringen"), plan: sample.plan())
            .html
    }

    @Test func `what came and what is awaited look as recorded`() throws {
        let late = Sample.item(
            .stillOpen,
            Sample.facts("Goed geholpen", .warning, .overdue, value: nil, unit: "%", targets: []),
            indicator: "goed-geholpen",
            rule: .overdue
        ).episode
        let subject = try sample.subject()
        let awaited = AwaitedFigures(late: [late], [sample.assessment(subject)])
        let all = [
            delivery(6), delivery(5, refusal: .headerNotRecognised, taken: 0),
            delivery(4, "jan jansen 123456782.csv", refusal: .personalData, taken: 0), delivery(3, faults: 2),
            delivery(2, taken: 0, isRepeat: true), delivery(1, isUndone: true),
        ]
        try expectGolden(Array(page(all, awaited: awaited, next: 1).utf8), "page-deliveries.html")
    }

    @Test func `before the first file it says that there is none`() throws {
        let page = page([], awaited: AwaitedFigures(late: [], []))
        try expectGolden(Array(page.utf8), "page-deliveries-empty.html")
        #expect(page.contains("Er is nog geen bestand gekomen.") && page.contains("Er is niets te laat."))
    }

    @Test func `a file with personal data shows nothing of itself but that`() {
        let told = delivery(4, "jan jansen 123456782.csv", refusal: .personalData, taken: 0)
        let own = DeliveryPage(
            told,
            receipts: .texts(["jan jansen"]),
            in: sample.frame(DeliveryPage.title(of: told, plan: sample.plan())),
            plan: sample.plan()
        ).html
        for page in [page([told]), own] {
            #expect(!page.contains("jansen") && !page.contains("0123456789abcdef"))
            #expect(page.contains("naam niet getoond") && page.contains("persoonsgegevens"))
        }
    }

    @Test(arguments: IntakeReason.allCases)
    func `every reason of a refusal is told in a sentence`(reason: IntakeReason) {
        let sentence = DeliveryWords(plan: sample.plan()).reason(delivery(1, refusal: reason))
        #expect(sentence?.isEmpty == false && sentence?.contains("{cell}") == false && sentence != reason.rawValue)
        #expect(sentence?.contains("  ") == false && sentence?.contains("CELL") == false)
    }

    @Test(arguments: Hostile.texts)
    func `names and receipts are text`(text: String) {
        let told = delivery(1, text)
        let own = DeliveryPage(
            told,
            receipts: .texts(["\(text)\ntweede regel"]),
            in: sample.frame(DeliveryPage.title(of: told, plan: sample.plan())),
            plan: sample.plan()
        ).html
        for page in [page([told]), own] {
            #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("--></table>"))
            #expect(!page.unicodeScalars.contains { $0.isUnsafeToShow && $0 != "\n" })
        }
        #expect(own.contains("tweede regel\n"))
    }

    @Test func `a receipt that may tell too much is withheld, and one that is gone is said to be`() {
        let pages = [DeliveryPage.Receipts.withheld, .gone].map { receipts in
            DeliveryPage(delivery(1), receipts: receipts, in: sample.frame("x"), plan: sample.plan()).html
        }
        #expect(pages[0].contains("te klein zijn om te tonen") && pages[1].contains("staat niet meer"))
    }
}
