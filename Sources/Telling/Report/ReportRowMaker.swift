internal import Alerting
internal import Assessment
internal import Indicators

/// Makes the lines of a report of its material, each as it may be told.
struct ReportRowMaker {
    let material: ReportMaterial
    let phrases: Phrases

    /// The line of an indicator; `nil` where the configuration does not know it.
    ///
    /// - Parameters:
    ///   - id: the indicator.
    ///   - package: the package that it stands under.
    ///   - goal: for an activity, the goal that it is the promise of.
    /// - Returns: the line.
    func row(of id: IndicatorID, in package: Package, for goal: Goal? = nil) -> ReportRow? {
        guard let indicator = material.register.indicators[id],
            let key = material.register.expectedSeries(of: indicator), let judged = material.judged[key]
        else { return nil }
        let told = judged.assessment.told(by: material.disclosure)
        let line = Line(
            key: key,
            indicator: indicator,
            history: judged.subject.history,
            told: told,
            material: material,
            phrases: phrases
        )
        return ReportRow(
            id: id,
            package: package.id,
            title: isFirstPromise(id, of: goal) ? goal?.text ?? line.title : line.title,
            name: indicator.title,
            goals: goals(of: id),
            unit: indicator.unit,
            source: told.latest?.observation.source ?? indicator.source,
            owner: indicator.owner,
            light: told.light,
            realised: line.realised,
            targets: line.targets,
            remarks: line.remarks,
            footnotes: indicator.notes.map { $0.oneLine(limit: 500) },
            explanation: ReportedExplanation(material.alerts[key] ?? [], deviates: told.light.deviates),
            matter: matter(line, goal)
        )
    }

    /// The numbers of the goals that the indicator is held against, in the order of the document.
    private func goals(of id: IndicatorID) -> [String] {
        material.programme.packages.flatMap(\.goals).filter { $0.targets.contains { $0.indicator == id } }.map(\.id)
    }

    /// A goal may hold several promises: the first is the activity itself, the others have words of their own.
    private func isFirstPromise(_ id: IndicatorID, of goal: Goal?) -> Bool {
        goal?.targets.first?.indicator == id
    }

    private func matter(_ line: Line, _ goal: Goal?) -> ReportRow.Matter {
        if line.indicator.isMilestone { return .activity(line.activity(number: goal?.id)) }
        if line.indicator.budget != nil { return .budget(line.budget) }
        return .indicator
    }
}

extension Light {
    /// Whether planning and control asks for an explanation beside it.
    fileprivate var deviates: Bool {
        switch self {
        case .red, .amber: true
        case .green, .grey: false
        }
    }
}

/// One series while its line is made.
private struct Line {
    let key: SeriesKey
    let indicator: Indicator
    /// Exact: what of it is told passes through ``told(_:)``.
    let history: SeriesHistory
    let told: SeriesAssessment
    let material: ReportMaterial
    let phrases: Phrases

    var title: String { indicator.description ?? indicator.title }

    // MARK: By year

    var realised: [Int: ReportedValue] {
        guard !indicator.isMilestone else { return [:] }
        // What a document says of a year that had not begun was not known on that day.
        let documented = (material.documented[indicator.id] ?? [:]).filter { $0.key <= material.day.year }
            .mapValues { ReportedValue.documented(text: $0.text, $0.value) }
        let known = history.observations.filter { $0.period.start <= material.day }
        let measured = Dictionary(known.map { ($0.period.year, told($0.observation)) }) { before, last in
            added(last, to: before)
        }
        return documented.merging(measured) { _, measured in measured }
    }

    private func told(_ observation: Observation) -> ReportedValue {
        guard !material.disclosure.hides(observation, of: key) else { return .hidden }
        return .measured(
            observation.value,
            observation.period,
            isProvisional: observation.status == .provisional,
            isRunning: indicator.budget != nil
        )
    }

    /// The last value of a year stands for it, but for amounts that each count a part of the year.
    private func added(_ last: ReportedValue, to before: ReportedValue) -> ReportedValue {
        guard indicator.budget?.realised == .perPeriod, case .measured(let sum, _, let wasProvisional, _) = before,
            case .measured(let amount, let period, let isProvisional, let isRunning) = last,
            let total = sum.adding(amount)
        else { return last }
        return .measured(total, period, isProvisional: wasProvisional || isProvisional, isRunning: isRunning)
    }

    /// The cells of the path as transcribed; where it has none for a year, what a goal asks of that year.
    var targets: [Int: ReportedTarget] {
        guard !indicator.isMilestone else { return [:] }
        let path = material.register.transcribedPath(of: key).filter { $0.period.kind == .year }
        let cells = Dictionary(path.map { ($0.period.year, ReportedTarget($0)) }) { first, _ in first }
        let spoken = material.register.targets(of: key).filter { $0.goal != nil }
            .map { ($0.period.year, ReportedTarget($0)) }
        return cells.merging(spoken) { cell, _ in cell }
    }

    // MARK: Words

    var remarks: [String] {
        let verdicts = verdicts
        let lines = verdicts + [verdicts.isEmpty ? status : nil, reportNote, supplierNote].compactMap(\.self)
        var seen: Set<String> = []
        return lines.filter { seen.insert($0).inserted }
    }

    /// What each rule finds the matter.
    private var verdicts: [String] {
        told.telling.compactMap { finding in
            finding.severity.map { severity in
                let facts = FindingFacts(finding, of: told, in: material.register, severity: severity)
                return AlertStatement.of(facts, isClosed: false, in: phrases).verdict.oneLine(limit: 500)
            }
        }
    }

    /// Why the light is what it is, where it is not green.
    private var status: String? {
        guard told.light != .green, let finding = told.telling.first(where: { $0.light == told.light }) else {
            return nil
        }
        let words = finding.evidence.value.reason.words(in: phrases)
        return "\(words.prefix(1).uppercased())\(words.dropFirst())."
    }

    private var reportNote: String? { milestone?.note?.oneLine(limit: 2000) }

    /// What the supplier says beside the value, in so far as it may be told.
    private var supplierNote: String? {
        guard !indicator.isMilestone, let note = told.latest?.observation.note else { return nil }
        return "\(phrases.say("Bij de levering", "With the delivery")): \(note.oneLine(limit: 1000))"
    }

    // MARK: Activities and money

    private var milestone: MilestoneEvidence? {
        told.findings.lazy.compactMap { $0.evidence.of(MilestoneEvidence.self) }.first
    }

    func activity(number: String?) -> ReportedActivity {
        // Of what is done the day that it was expected on says nothing any more.
        let isDone = milestone?.status == .done
        return ReportedActivity(number: number, status: milestone?.status, due: isDone ? nil : milestone?.due)
    }

    var budget: ReportedBudget? {
        let known = told.findings.lazy.compactMap { finding in
            finding.evidence.of(BudgetEvidence.self)?.standing.flatMap { standing in
                finding.period.map {
                    ReportedBudget(standing, through: $0, hasNegativeCosts: isCost && standing.budget < .zero)
                }
            }
        }
        return known.first ?? untouchedBudget
    }

    private var isCost: Bool { indicator.budget?.side == .costs }

    /// The budget of the year of the report, of which nothing is known to be realised.
    private var untouchedBudget: ReportedBudget? {
        let year = material.day.year
        let path = material.register.targets(of: key).first { $0.period.kind == .year && $0.period.year == year }
        let changes = indicator.budget?.changes ?? []
        return path?.absoluteValue.flatMap { BudgetInForce($0, in: year, changes: changes, on: material.day) }.map {
            ReportedBudget(
                year: year,
                budget: $0.value,
                realised: nil,
                through: nil,
                forecast: nil,
                deviation: nil,
                isAdvantage: nil,
                hasNegativeCosts: isCost && $0.value < .zero
            )
        }
    }
}

extension ReportedBudget {
    fileprivate init(_ standing: BudgetStanding, through period: Period, hasNegativeCosts: Bool) {
        self.hasNegativeCosts = hasNegativeCosts
        year = period.year
        budget = standing.budget
        realised = standing.realised
        through = period
        forecast = standing.forecast
        deviation = standing.deviation
        isAdvantage = standing.isAdvantage
    }
}
