/// A package of the programme.
package struct ReportSection: Hashable, Sendable {
    package let id: String
    package let title: String
    package let blocks: [ReportBlock]
    package let activities: [ReportRow]
    package let budget: [ReportRow]

    /// Every line, in the order of the page.
    package var rows: [ReportRow] { blocks.flatMap(\.rows) + activities + budget }
}
