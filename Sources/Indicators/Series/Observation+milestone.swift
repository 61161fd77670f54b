extension Observation {
    /// A report as an observation of the day that it is about: the value 1 where the milestone is done, else 0.
    ///
    /// `nil` outside the years that periods know.
    package static func milestone(
        _ report: MilestoneReport,
        on date: CalendarDate,
        source: String? = nil,
        note: String? = nil
    ) -> Observation? {
        Period(.day, containing: date).map { day in
            Observation(
                period: day,
                value: report.status == .done ? ExactDecimal(1) : .zero,
                source: source,
                referenceDate: date,
                note: note,
                milestone: report
            )
        }
    }

    /// How the milestone stands: as reported in words, else `gereed` for the value 1.
    ///
    /// `nil` for the value 0 without a word, which only says that it is not done.
    package var milestoneStatus: MilestoneStatus? { milestone?.status ?? (value == ExactDecimal(1) ? .done : nil) }
}
