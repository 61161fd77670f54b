internal import Indicators

/// Makes the register of all programme files, looking up what they name.
struct RegisterBuilder {
    let programmes: [ProgrammeDraft]
    let faults: FaultList
    /// Who supplies an indicator that does not say by whom it is measured, and by when, where it does not say that.
    private let deliveries: FeedDeliveries
    private let indicators: [String: IndicatorDraft]
    private let areaNames: [AreaCode: String]

    init(programmes: [ProgrammeDraft], deliveries: FeedDeliveries = FeedDeliveries(), faults: FaultList) {
        self.deliveries = deliveries
        self.programmes = programmes
        self.faults = faults
        let drafts = programmes.flatMap(\.packages).flatMap(\.indicators)
        indicators = Dictionary(drafts.map { ($0.id.value, $0) }) { first, _ in first }
        let areas = programmes.flatMap { ($0.area.map { [$0] } ?? []) + $0.areas }
        areaNames = Dictionary(areas.map { ($0.code.value, $0.name.value) }) { first, _ in first }
    }

    /// What the programme files say together.
    struct Result {
        let register: IndicatorRegister
        let transcript: Transcript
        /// Where the documents contradict themselves.
        let notes: [ConfigurationNote]
    }

    /// The register with what stands beside it; what does not fit together is noted.
    func build() -> Result {
        noteDuplicates(of: programmes.map(\.id), called: "programme", in: faults)
        noteDuplicates(of: allIndicators.map(\.id), called: "indicator", in: faults)
        checkAreas()
        for indicator in allIndicators {
            for cell in indicator.targets { noteUnsuited(cell, for: indicator, in: faults) }
        }
        for target in programmes.flatMap(\.packages).flatMap(\.goals).flatMap(\.targets) { check(target) }
        DerivationCheck(indicators: indicators, faults: faults).check(allIndicators)
        checkScopes()
        let budgets = BudgetCheck(indicators: indicators, faults: faults)
        for draft in allIndicators { budgets.check(draft) }
        for draft in allIndicators { noteUnsuitedFlags(of: draft, in: faults) }
        checkDue()
        for programme in programmes { BenchmarkCheck(faults: faults).check(programme) }
        let register = register()
        let notes = Contradictions(programmes: programmes, register: register).notes()
        return Result(register: register, transcript: transcript(), notes: notes)
    }

    private func checkScopes() {
        let cells =
            allIndicators.flatMap(\.targets)
            + programmes.flatMap(\.packages).flatMap(\.goals).flatMap(\.targets).map(\.cell)
        for area in cells.compactMap({ $0.scope?.area }) where areas.area(named: area.value) == nil {
            let hint = areas.respelling(of: area.value).map { "write '\($0)'" } ?? "add it to 'areas', or correct it"
            faults.add("there is no area \(quoted(area.value)); \(hint)", at: area.place)
        }
    }

    private func checkDue() {
        for draft in allIndicators {
            guard let place = draft.withoutDue, let kind = draft.cadence?.kind else { continue }
            deliveries.check(draft.indicatorID, kind, at: place, in: faults)
        }
    }

    /// The areas by their codes and names.
    private var areas: AreaNames { AreaNames(areaNames) }

    private var allIndicators: [IndicatorDraft] { programmes.flatMap(\.packages).flatMap(\.indicators) }

    private func check(_ target: GoalTargetDraft) {
        if let indicator = indicators[target.indicator.value] {
            noteUnsuited(target.cell, for: indicator, in: faults)
        } else {
            noteUnknownIndicator(target.indicator, among: indicators.keys, in: faults)
        }
    }

    private func checkAreas() {
        var names: [AreaCode: Located<String>] = [:]
        for area in programmes.flatMap({ ($0.area.map { [$0] } ?? []) + $0.areas }) {
            if let earlier = names[area.code.value], earlier.value != area.name.value {
                faults.add(
                    """
                    the area '\(area.code.value)' is called \(quoted(earlier.value)) on \
                    \(earlier.place.named(from: area.name.place)); call it the same
                    """,
                    at: area.name.place
                )
            }
            names[area.code.value] = names[area.code.value] ?? area.name
        }
    }

    // MARK: Values

    private func register() -> IndicatorRegister {
        IndicatorRegister(
            programmes: programmes.compactMap(programme),
            indicators: programmes.flatMap { programme in
                programme.packages.flatMap { package in
                    package.indicators.compactMap { indicator($0, programme: programme, package: package) }
                }
            },
            paths: Dictionary(allIndicators.filter { !$0.targets.isEmpty }.map { ($0.indicatorID, path($0)) }) {
                first,
                _ in first
            },
            interpolated: Dictionary(allIndicators.map { ($0.indicatorID, between($0)) }) { first, _ in first },
            reported: Dictionary(
                programmes.flatMap { programme in
                    programme.packages.flatMap(\.indicators).filter { !$0.reports.isEmpty }.map { draft in
                        (draft.indicatorID, draft.reports.compactMap { $0.observation(document: programme.source) })
                    }
                }
            ) { first, _ in first },
            documented: Dictionary(
                allIndicators.compactMap { draft in
                    draft.documented.last { $0.value != nil }.flatMap { cell in
                        cell.value.map { (draft.indicatorID, PeriodValue(period: cell.period, value: $0)) }
                    }
                }
            ) { first, _ in first },
            areaNames: areaNames
        )
    }

    private func programme(_ draft: ProgrammeDraft) -> Programme? {
        guard let area = draft.area else { return nil }
        return Programme(
            id: draft.id.value,
            title: draft.title,
            area: area.code.value,
            source: draft.source,
            packages: draft.packages.map { package in
                Package(
                    id: package.id.value,
                    title: package.title,
                    goals: package.goals.map(goal),
                    indicators: package.indicators.map(\.indicatorID)
                )
            }
        )
    }

    private func goal(_ draft: GoalDraft) -> Goal {
        let targets = draft.targets.map {
            IndicatorTarget(
                indicator: IndicatorID($0.indicator.value),
                goal: draft.id.value,
                period: $0.cell.period.value,
                notation: $0.cell.notation.value,
                scope: scope($0.cell.scope),
                isPlanned: $0.planned?.value ?? true,
                footnote: $0.cell.notation.value.footnote(
                    among: indicators[$0.indicator.value]?.notes ?? []
                )
            )
        }
        return Goal(
            id: draft.id.value,
            text: draft.text,
            heading: draft.heading,
            targets: targets,
            unmeasured: draft.unmeasured
        )
    }

    private func scope(_ draft: ScopeDraft?) -> SeriesScope {
        SeriesScope(area: draft?.area.flatMap { areas.area(named: $0.value) }, breakdown: draft?.breakdown)
    }

    /// The targets of the periods that the paths skip, where the configuration asks for them.
    private func between(_ draft: IndicatorDraft) -> [IndicatorTarget] {
        guard draft.interpolation != .none, let better = draft.better else { return [] }
        let cells = path(draft)
        let scopes = cells.map(\.scope).reduce(into: [SeriesScope]()) { if !$0.contains($1) { $0.append($1) } }
        return scopes.flatMap { scope in
            let path = cells.filter { $0.scope == scope }
            let measured = draft.documented.last { cell in
                cell.value != nil && path.allSatisfy { cell.period < $0.period }
            }
            return draft.interpolation.between(
                path,
                measured: measured.flatMap { cell in cell.value.map { (cell.period, $0) } },
                better: better
            )
        }
    }

    private func path(_ draft: IndicatorDraft) -> [IndicatorTarget] {
        draft.targets.sorted { $0.period.value < $1.period.value }.map {
            IndicatorTarget(
                indicator: draft.indicatorID,
                goal: nil,
                period: $0.period.value,
                notation: draft.staysLevel ? $0.notation.value.keptLevel : $0.notation.value,
                scope: scope($0.scope),
                isPlanned: draft.planned?.value ?? true,
                footnote: $0.notation.value.footnote(among: draft.notes)
            )
        }
    }

    private func indicator(_ draft: IndicatorDraft, programme: ProgrammeDraft, package: PackageDraft) -> Indicator? {
        guard let unit = draft.unit?.value, let better = draft.better, let cadence = draft.cadence else { return nil }
        let delivery = draft.withoutDue.flatMap { _ in deliveries.due(of: draft.indicatorID, cadence.kind) }
        return Indicator(
            id: draft.indicatorID,
            title: draft.title,
            description: draft.description,
            unit: unit,
            better: better,
            cadence: delivery.map { cadence.due(as: $0.cadence) } ?? cadence,
            source: draft.source ?? deliveries.supplier(of: draft.indicatorID),
            supplier: delivery?.supplier,
            owner: draft.owner,
            programme: programme.id.value,
            package: package.id.value,
            range: draft.range,
            decimals: draft.decimals,
            plausibility: draft.plausibility,
            tolerance: draft.tolerance,
            derivation: draft.derived.map {
                Derivation($0.operation, references: $0.inputs.map(\.value), decimals: $0.decimals)
            },
            margin: draft.margin,
            interpolation: draft.interpolation,
            budget: draft.budget?.value,
            ending: draft.ending,
            staysLevel: draft.staysLevel,
            recurs: draft.recurs?.value ?? false,
            layer: draft.layer,
            targetFrom: draft.targetFrom,
            heading: draft.heading,
            notes: draft.notes,
            breaks: draft.breaks,
            rebases: draft.rebases,
            counts: draft.counts,
            profile: draft.profile ?? programme.profile ?? .facts,
            benchmarks: draft.benchmarks.compactMap { group($0.value, of: programme) },
            hideBelow: draft.hideBelow,
            smallestBase: draft.smallestBase
        )
    }

    private func group(_ name: String, of programme: ProgrammeDraft) -> AreaGroup? {
        // Tables of districts call the country NL00.
        if name == AreaGroup.countryID { return AreaGroup(country: areaNames["NL00"] == nil ? "NL01" : "NL00") }
        return programme.groups.first { $0.id.value == name }
            .map { AreaGroup(id: $0.id.value, title: $0.title, areas: $0.areas) }
    }

    private func transcript() -> Transcript {
        let pairs = allIndicators.map { ($0.indicatorID, $0) }
        let documented = pairs.filter { !$1.documented.isEmpty }.map { ($0, $1.documented) }
        let reported = pairs.filter { !$1.reports.isEmpty }.map { ($0, $1.reports) }
        return Transcript(
            documented: Dictionary(documented) { first, _ in first },
            reported: Dictionary(reported) { first, _ in first }
        )
    }
}

extension IndicatorDraft {
    fileprivate var indicatorID: IndicatorID { IndicatorID(id.value) }
}

extension Transcript.Report {
    /// The report as an observation; its source is the document with the passage.
    fileprivate func observation(document programme: String?) -> Observation? {
        let source = [document ?? programme, heading].compactMap(\.self).joined(separator: ", ")
        return .milestone(report, on: date, source: source.isEmpty ? nil : source, note: note)
    }
}
