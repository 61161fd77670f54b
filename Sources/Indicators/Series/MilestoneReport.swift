/// What one report says of a milestone.
package struct MilestoneReport: Hashable, Sendable, Codable {
    package let status: MilestoneStatus
    /// The day on which it is now expected to be done, where the report names one.
    package let expected: CalendarDate?

    package init(status: MilestoneStatus, expected: CalendarDate? = nil) {
        self.status = status
        self.expected = expected
    }
}
