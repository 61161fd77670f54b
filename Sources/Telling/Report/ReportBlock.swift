/// What the document has under one heading.
package struct ReportBlock: Hashable, Sendable {
    package let heading: String?
    package let goals: [ReportedGoal]
    package let rows: [ReportRow]
}
