internal import Assessment
internal import Indicators

/// Finds where the documents contradict themselves: what they say of one thing in two places.
///
/// Both are watched as they stand; nothing is changed. A document may also contradict itself where no program can see it:
/// that stands in the programme file, under `contradictions`.
struct Contradictions {
    let programmes: [ProgrammeDraft]
    let register: IndicatorRegister
    private let documented: [IndicatorID: [Period: ExactDecimal]]

    init(programmes: [ProgrammeDraft], register: IndicatorRegister) {
        self.programmes = programmes
        self.register = register
        let drafts = programmes.flatMap(\.packages).flatMap(\.indicators)
        let cells = drafts.map { draft in
            let known = draft.documented.compactMap { cell in cell.value.map { (cell.period, $0) } }
            return (IndicatorID(draft.id.value), Dictionary(known) { first, _ in first })
        }
        documented = Dictionary(cells) { first, _ in first }
    }

    /// The notes, ordered by file and place; those of one place as they were found.
    func notes() -> [ConfigurationNote] {
        programmes.flatMap { programme in
            let stated = programme.contradictions.map { ConfigurationNote(.stated($0.value), at: $0.place) }
            let drafts = programme.packages.flatMap(\.indicators)
            let found =
                programme.packages.flatMap(\.goals).flatMap(ofGoal) + drafts.flatMap(ofDerivation)
                + drafts.flatMap(ofMargin) + drafts.flatMap(ofLevel) + drafts.flatMap(ofDirection)
                + ([programme.area].compactMap(\.self) + programme.areas).compactMap(ofArea)
            return (stated + found).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
        }
    }

    // MARK: A goal against the path

    private func ofGoal(_ goal: GoalDraft) -> [ConfigurationNote] {
        goal.targets.compactMap { target in
            let id = IndicatorID(target.indicator.value)
            guard let indicator = register.indicators[id],
                let cell = register.paths[id]?.first(where: {
                    $0.period == target.cell.period.value && $0.scope == .all
                }),
                target.cell.scope == nil, differ(cell.notation, target.cell.notation.value, indicator)
            else { return nil }
            return ConfigurationNote(
                .goalAgainstTable(
                    goal: goal.id.value,
                    indicator: id,
                    period: cell.period,
                    asked: target.cell.notation.value,
                    table: cell.notation
                ),
                at: target.cell.notation.place
            )
        }
    }

    /// Whether two targets draw another line.
    private func differ(_ left: TargetNotation, _ right: TargetNotation, _ indicator: Indicator) -> Bool {
        guard let left = left.requirement, let right = right.requirement, !left.needsBaseline, !right.needsBaseline
        else { return false }
        return left.bound(better: indicator.better, baseline: nil)
            != right.bound(better: indicator.better, baseline: nil)
    }

    // MARK: A derived row against its parts

    private func ofDerivation(_ draft: IndicatorDraft) -> [ConfigurationNote] {
        guard let derived = draft.derived else { return [] }
        let derivation = Derivation(
            derived.operation,
            references: derived.inputs.map(\.value),
            decimals: derived.decimals
        )
        let cells = draft.targets.filter { $0.scope == nil }.compactMap { cell in
            cell.notation.value.requirement?.statedValue.map { (cell.period.value, $0, cell.notation.place) }
        }
        let measured = draft.documented.compactMap { cell in cell.value.map { (cell.period, $0, draft.id.place) } }
        return (measured + cells).compactMap { period, value, place in
            let parts = derivation.references.map { statedValue(of: $0, in: period) }
            guard parts.allSatisfy({ $0 != nil }), let made = derivation.result(parts.compactMap(\.self)), made != value
            else { return nil }
            return ConfigurationNote(
                .derivedAgainstParts(
                    indicator: IndicatorID(draft.id.value),
                    period: period,
                    stated: value,
                    operation: derivation.operation,
                    made: made
                ),
                at: place
            )
        }
    }

    private func statedValue(of reference: SeriesReference, in period: Period) -> ExactDecimal? {
        guard reference.breakdown == nil else { return nil }
        let path = register.paths[reference.indicator]?.first { $0.period == period && $0.scope == .all }
        return path?.notation.requirement?.statedValue ?? documented[reference.indicator]?[period]
    }

    // MARK: Level without a margin

    private func ofMargin(_ draft: IndicatorDraft) -> [ConfigurationNote] {
        let id = IndicatorID(draft.id.value)
        guard draft.margin == nil, register.targets(of: id).contains(where: \.notation.asksToStayLevel) else {
            return []
        }
        return [ConfigurationNote(.levelWithoutMargin(id), at: draft.id.place)]
    }

    // MARK: A target that looks the other way

    private func ofDirection(_ draft: IndicatorDraft) -> [ConfigurationNote] {
        let id = IndicatorID(draft.id.value)
        guard let indicator = register.indicators[id] else { return [] }
        return draft.targets.compactMap { cell in
            guard case .absolute(let comparator?, _, _) = cell.notation.value.requirement,
                comparator.isAgainst(indicator.better)
            else { return nil }
            let note = Contradiction.targetAgainstDirection(
                id,
                target: cell.notation.value,
                targetPeriod: cell.period.value,
                better: indicator.better
            )
            return ConfigurationNote(note, at: cell.notation.place)
        }
    }

    // MARK: An area that nobody knows by that code or name

    private func ofArea(_ draft: AreaDraft) -> ConfigurationNote? {
        let code = draft.code.value
        guard code.description.hasPrefix("GM"), code != .toFillIn else { return nil }
        guard let known = Municipalities.standard.municipality(code) else {
            return ConfigurationNote(.unknownMunicipality(code), at: draft.code.place)
        }
        guard !Municipalities.standard.areas(named: draft.name.value).contains(code) else { return nil }
        let note = Contradiction.municipalityNamedOtherwise(code, name: draft.name.value, known: known.name)
        return ConfigurationNote(note, at: draft.name.place)
    }

    // MARK: A target at the level that was measured

    /// Of figures that move by chance, under a profile that lets chance open an alert.
    private func ofLevel(_ draft: IndicatorDraft) -> [ConfigurationNote] {
        let id = IndicatorID(draft.id.value)
        guard let indicator = register.indicators[id], indicator.profile != .strict, indicator.hasDirectedValues,
            let last = documented[id]?.max(by: { $0.key < $1.key }),
            let target = register.targets(of: id).first(where: { asksForLevel($0, last, indicator) })
        else { return [] }
        let note = Contradiction.targetAtLevel(
            id,
            target: target.notation,
            targetPeriod: target.period,
            level: last.value,
            period: last.key
        )
        return [ConfigurationNote(note, at: draft.id.place)]
    }

    private func asksForLevel(
        _ target: IndicatorTarget,
        _ last: (key: Period, value: ExactDecimal),
        _ indicator: Indicator
    ) -> Bool {
        guard target.scope == .all, !target.isPlanned || target.period > last.key,
            let requirement = target.notation.requirement, !requirement.needsBaseline
        else { return false }
        return requirement.bound(better: indicator.better, baseline: nil)?.value == last.value
    }
}

extension ConfigurationNote {
    init(_ contradiction: Contradiction, at place: Place) {
        self.init(contradiction, file: place.file, line: place.line, column: place.column)
    }
}

extension Comparator {
    /// Whether a value may only become worse to fulfil it.
    fileprivate func isAgainst(_ better: Better) -> Bool {
        switch self {
        case .below, .atMost: better == .higher
        case .above, .atLeast: better == .lower
        case .equal: false
        }
    }
}
