internal import Feeds
internal import Indicators

/// One delivered file: what became of it, and its receipts.
package struct DeliveryPage: Sendable {
    /// What is said in the place of receipts.
    package enum Receipts: Hashable, Sendable {
        /// The texts as they were written, the first one first; whether one of them goes on behind what is shown.
        case texts([String], isCut: Bool = false)
        /// They tell of figures that may not be told now.
        case withheld
        /// There is none any more, or it cannot be read.
        case gone
    }

    private let frame: PageFrame
    private let delivery: ToldDelivery
    private let receipts: Receipts
    private let plan: PagePlan

    /// A page.
    ///
    /// - Parameters:
    ///   - delivery: the file.
    ///   - receipts: what was written of it.
    ///   - frame: what stands around it.
    ///   - plan: what may be told, and in which words.
    package init(_ delivery: ToldDelivery, receipts: Receipts, in frame: PageFrame, plan: PagePlan) {
        self.frame = frame
        self.delivery = delivery
        self.receipts = receipts
        self.plan = plan
    }

    /// The title of the page.
    package static func title(of delivery: ToldDelivery, plan: PagePlan) -> String {
        let name = DeliveryWords(plan: plan).name(delivery)
        return plan.say("Levering: \(name)", "Delivery: \(name)")
    }

    private var words: DeliveryWords { DeliveryWords(plan: plan) }

    /// The whole page.
    package var html: String {
        let heading = plan.say("Ontvangstbewijs", "Receipt")
        return frame.page(HTML(joining: [facts, .section("ontvangstbewijs", heading, texts)]))
    }

    private var facts: HTML {
        let reason: HTML = words.reason(delivery).map { "<p>\($0)</p>\n" } ?? ""
        let known: [(String, String?)] = [
            (plan.say("Uitkomst", "Outcome"), words.outcome(delivery)),
            (plan.say("Gekomen op", "Came on"), plan.moment(delivery.at)),
            (plan.say("Leverancier", "Supplier"), delivery.supplier),
            (plan.say("Grootte", "Size"), plan.say("\(delivery.byteCount) bytes", "\(delivery.byteCount) bytes")),
            ("SHA-256", delivery.hash),
        ]
        let counts = words.counts(delivery).map { ($0.name.capitalisedFirst, Optional("\($0.count)")) }
        let items = (known + counts).compactMap { name, value -> HTML? in
            value.map { "<dt>\(name)</dt><dd>\($0.oneLine(limit: 200))</dd>\n" }
        }
        return "\(reason)<dl>\n\(HTML(joining: items))</dl>\n"
    }

    private var texts: HTML {
        if delivery.refusal == .personalData { return "" }
        switch receipts {
        case .texts(let texts, let isCut):
            return HTML(joining: texts.map { "<pre class=\"receipt\">\(shown($0))</pre>\n" } + (isCut ? [cut] : []))
        case .withheld:
            let words = plan.say(
                "Het ontvangstbewijs wordt hier niet getoond: het kan aantallen personen noemen die te klein zijn om te tonen. "
                    + "De beheerder vindt het in de map met ontvangstbewijzen.",
                "The receipt is not shown here: it may name numbers of persons that are too small to be shown. "
                    + "The administrator finds it in the folder of receipts."
            )
            return "<p>\(words)</p>\n"
        case .gone:
            let words = plan.say(
                "Het ontvangstbewijs staat niet meer in de map met ontvangstbewijzen.",
                "The receipt is not in the folder of receipts any more."
            )
            return "<p>\(words)</p>\n"
        }
    }

    private var cut: HTML {
        let words = plan.say(
            "Dit ontvangstbewijs is te lang om hier helemaal te tonen. Het staat in de map met ontvangstbewijzen.",
            "This receipt is too long to be shown here as a whole. It stands in the folder of receipts."
        )
        return "<p>\(words)</p>\n"
    }

    /// Line by line, each of them safe to show.
    private func shown(_ text: String) -> HTML {
        .lines(
            text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).shownSafely(limit: 2000) }
        )
    }
}
