internal import Feeds
internal import Indicators

/// Which files came and what became of them, and what is awaited from whom and when.
package struct DeliveriesPage: TabledPage {
    private let frame: PageFrame
    private let deliveries: [ToldDelivery]
    private let awaited: AwaitedFigures?
    private let before: Int?
    private let next: Int?
    private let plan: PagePlan

    /// A page.
    ///
    /// - Parameters:
    ///   - deliveries: those of this page, the latest first.
    ///   - awaited: what is awaited; `nil` on the later pages, which do not tell it.
    ///   - before: the delivery that the page begins behind; `nil` for the first page.
    ///   - next: the last delivery of this page, where there are older ones.
    ///   - frame: what stands around it.
    ///   - plan: what may be told, and in which words.
    package init(
        _ deliveries: [ToldDelivery],
        awaited: AwaitedFigures?,
        before: Int? = nil,
        next: Int?,
        in frame: PageFrame,
        plan: PagePlan
    ) {
        self.frame = frame
        self.deliveries = deliveries
        self.awaited = awaited
        self.before = before
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
                .section("gekomen", came, HTML(joining: [deliveries.isEmpty ? none : table.html(plan.phrases), more])),
            ])
        )
    }

    package func csv(of table: String) -> String? {
        [awaited?.ahead(plan), self.table].compactMap(\.self).csv(of: table, plan.phrases.language)
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
            id: "bestanden",
            page: .deliveries(before: before)
        )
    }

    private func row(_ delivery: ToldDelivery) -> [PageCell] {
        let (name, outcome, reason) = (words.name(delivery), words.outcome(delivery), words.reason(delivery))
        let below: HTML = reason.map { "<br><small>\($0)</small>" } ?? ""
        let counts = words.counts(delivery).map { "\($0.count) \($0.name)" }
        return [
            PageCell("<a href=\"\(PageAddress.delivery(delivery.id).path)\">\(name)</a>", name),
            PageCell(plan.brief(delivery.at)),
            delivery.supplier.map { PageCell($0.oneLine(limit: 120)) } ?? .nothing,
            PageCell("\(outcome)\(below)", [outcome, reason].compactMap(\.self).joined(separator: ": ")),
            counts.isEmpty ? .nothing : PageCell(counts.joined(separator: ", ")),
        ]
    }
}
