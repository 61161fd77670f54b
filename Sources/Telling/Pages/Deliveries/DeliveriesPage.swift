internal import Feeds
internal import Indicators

/// Which files came and what became of them, and what is awaited from whom and when.
package struct DeliveriesPage: Sendable {
    private let frame: PageFrame
    private let deliveries: [ToldDelivery]
    private let awaited: AwaitedFigures?
    private let next: Int?
    private let plan: PagePlan

    /// A page.
    ///
    /// - Parameters:
    ///   - deliveries: those of this page, the latest first.
    ///   - awaited: what is awaited; `nil` on the later pages, which do not tell it.
    ///   - next: the last delivery of this page, where there are older ones.
    ///   - frame: what stands around it.
    ///   - plan: what may be told, and in which words.
    package init(
        _ deliveries: [ToldDelivery],
        awaited: AwaitedFigures?,
        next: Int?,
        in frame: PageFrame,
        plan: PagePlan
    ) {
        self.frame = frame
        self.deliveries = deliveries
        self.awaited = awaited
        self.next = next
        self.plan = plan
    }

    private var words: DeliveryWords { DeliveryWords(plan: plan) }

    /// The whole page.
    package var html: String {
        let expected = plan.say("Wat wordt verwacht", "What is awaited")
        let came = plan.say("Wat is gekomen", "What has come")
        return frame.page(
            HTML(joining: [
                .section("verwacht", expected, awaited?.html(plan) ?? ""),
                .section("gekomen", came, HTML(joining: [deliveries.isEmpty ? none : table.html, more])),
            ])
        )
    }

    private var none: HTML { "<p>\(plan.say("Er is nog geen bestand gekomen.", "No file has come yet."))</p>\n" }

    private var more: HTML {
        guard let next else { return "" }
        let words = plan.say("Oudere leveringen", "Older deliveries")
        return "<p><a href=\"\(PageAddress.deliveries(before: next).path)\" rel=\"next\">\(words)</a></p>\n"
    }

    private var table: PageTable {
        PageTable(
            caption: plan.say("Bestanden, het nieuwste boven", "Files, the latest first"),
            columns: [
                PageTable.Column(plan.say("Bestand", "File")), PageTable.Column(plan.say("Gekomen", "Came")),
                PageTable.Column(plan.say("Leverancier", "Supplier")),
                PageTable.Column(plan.say("Uitkomst", "Outcome")), PageTable.Column(plan.say("Rijen", "Rows")),
            ],
            rows: deliveries.map(row),
            id: "bestanden"
        )
    }

    private func row(_ delivery: ToldDelivery) -> [HTML] {
        let reason: HTML = words.reason(delivery).map { "<br><small>\($0)</small>" } ?? ""
        let counts = words.counts(delivery).map { "\($0.count) \($0.name)" }
        return [
            "<a href=\"\(PageAddress.delivery(delivery.id).path)\">\(words.name(delivery))</a>",
            HTML(plan.brief(delivery.at)), HTML(delivery.supplier?.oneLine(limit: 120) ?? "–"),
            "\(words.outcome(delivery))\(reason)", HTML(counts.isEmpty ? "–" : counts.joined(separator: ", ")),
        ]
    }
}
