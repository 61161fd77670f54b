package import Indicators

/// The table of a programme for a moment of planning and control, in the form of its document, as it was known on a day.
package struct ProgrammeReport: Hashable, Sendable {
    package let programme: String
    package let title: String
    /// The document that it was transcribed from.
    package let source: String?
    /// The name of the area that it is about, else its code.
    package let area: String
    /// The day as of which it was judged.
    package let day: CalendarDate
    package let comparison: ReportComparison
    package let sections: [ReportSection]
    /// What is otherwise than on the day of the comparison.
    package let changes: [ReportChange]

    /// The report.
    ///
    /// - Parameters:
    ///   - material: what was known on the day.
    ///   - earlier: what was known on the day of the comparison.
    ///   - comparison: that day.
    ///   - zone: for the days of what people wrote.
    ///   - phrases: the language.
    package init(
        _ material: ReportMaterial,
        since earlier: ReportMaterial,
        _ comparison: ReportComparison,
        zone: LocalZone,
        phrases: Phrases
    ) {
        programme = material.programme.id
        title = material.programme.title
        source = material.programme.source
        area = material.register.areaNames[material.programme.area] ?? material.programme.area.description
        day = material.day
        self.comparison = comparison
        sections = Self.sections(material, phrases)
        changes = ReportChange.between(
            Self.sections(earlier, phrases).flatMap(\.rows),
            sections.flatMap(\.rows),
            zone: zone,
            phrases: phrases
        )
    }

    /// Every line, in the order of the page.
    package var rows: [ReportRow] { sections.flatMap(\.rows) }

    private static func sections(_ material: ReportMaterial, _ phrases: Phrases) -> [ReportSection] {
        let maker = ReportRowMaker(material: material, phrases: phrases)
        return material.programme.packages.map { maker.section(of: $0) }
    }
}

extension ReportRowMaker {
    /// A package with all that stands under it.
    func section(of package: Package) -> ReportSection {
        let measured = indicators(of: package).filter { !$0.isMilestone && $0.budget == nil }
        let budget = package.indicators.compactMap { material.register.indicators[$0] }.filter { $0.budget != nil }
        return ReportSection(
            id: package.id,
            title: package.title,
            blocks: blocks(of: package, measured),
            activities: activities(of: package),
            budget: budget.compactMap { row(of: $0.id, in: package) }
        )
    }

    /// Those that its own lists name, then those of other packages that only its goals name; each once.
    private func indicators(of package: Package) -> [Indicator] {
        var seen: Set<IndicatorID> = []
        return (package.indicators + package.goals.flatMap(\.targets).map(\.indicator))
            .filter { seen.insert($0).inserted }.compactMap { material.register.indicators[$0] }
    }

    /// What stands under each heading.
    private func blocks(of package: Package, _ measured: [Indicator]) -> [ReportBlock] {
        let goals = package.goals.filter { !isActivity($0) }
        return headings(of: goals, measured).map { heading in
            ReportBlock(
                heading: heading,
                goals: goals.filter { $0.heading == heading }
                    .map { ReportedGoal(id: $0.id, text: $0.text, unmeasured: $0.unmeasured) },
                rows: measured.filter { $0.heading == heading }.compactMap { row(of: $0.id, in: package) }
            )
        }
    }

    /// Those of the goals in their order, each followed by the tables that measure its goals; then the other tables.
    private func headings(of goals: [Goal], _ measured: [Indicator]) -> [String?] {
        var seen: Set<String?> = []
        let ofGoals = goals.map(\.heading).filter { seen.insert($0).inserted }
        let ofTables = measured.map(\.heading).filter { seen.insert($0).inserted }
        let tables = ofTables.map { heading in
            let rows = Set(measured.filter { $0.heading == heading }.map(\.id))
            return (heading: heading, goal: goals.first { $0.targets.contains { rows.contains($0.indicator) } })
        }
        let measuring = ofGoals.flatMap { heading in
            [heading] + tables.filter { $0.goal.map { $0.heading == heading } ?? false }.map(\.heading)
        }
        return measuring + tables.filter { $0.goal == nil }.map(\.heading)
    }

    /// A goal that is nothing but promises stands among the activities.
    private func isActivity(_ goal: Goal) -> Bool {
        !goal.targets.isEmpty
            && goal.targets.allSatisfy { material.register.indicators[$0.indicator]?.isMilestone ?? false }
    }

    /// The promises of the goals in their order, then those that stand under no goal.
    private func activities(of package: Package) -> [ReportRow] {
        let isMilestone = { (id: IndicatorID) in self.material.register.indicators[id]?.isMilestone ?? false }
        let ofGoals = package.goals.flatMap { goal in
            goal.targets.filter { isMilestone($0.indicator) }.map { (goal: Optional(goal), id: $0.indicator) }
        }
        let promised = Set(ofGoals.map(\.id))
        let others = package.indicators.filter { isMilestone($0) && !promised.contains($0) }
            .map { (goal: Goal?.none, id: $0) }
        var seen: Set<IndicatorID> = []
        return (ofGoals + others).filter { seen.insert($0.id).inserted }
            .compactMap { row(of: $0.id, in: package, for: $0.goal) }
    }
}
