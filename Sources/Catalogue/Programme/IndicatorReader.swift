internal import Indicators

/// Reads one indicator of a programme file.
struct IndicatorReader {
    let faults: FaultList
    /// Which days are working days.
    let calendar: WorkCalendar

    /// The indicator; `nil` where it has no usable id.
    func indicator(_ node: YAMLNode) -> IndicatorDraft? {
        guard let section = Section(node, as: .indicator, faults: faults) else { return nil }
        let id = section.value("id", expecting: Notations.idWords, Notations.id)
        let draft = draft(section, id: id ?? Located(value: "", place: section.place))
        return id == nil ? nil : draft
    }

    private func draft(_ section: Section, id: Located<String>) -> IndicatorDraft {
        let unit = unit(in: section)
        let cadence = cadence(in: section)
        let budget = BudgetReader(faults: faults).budget(in: section)
        return IndicatorDraft(
            id: id,
            title: section.text("title")?.value ?? "",
            description: section.text("description")?.value,
            unit: unit,
            better: section.word("better", of: Better.self)?.value,
            cadence: cadence,
            withoutDue: section.has("due") ? nil : section.place,
            source: section.text("source")?.value,
            owner: section.text("owner")?.value,
            heading: section.text("heading")?.value,
            tolerance: section.value("tolerance", expecting: Notations.toleranceWords, Notations.tolerance)?.value,
            range: range(in: section, unit: unit?.value),
            decimals: section.value("decimals", expecting: "a whole number from 0 through 18") { text in
                Int(digits: text).flatMap { (0...ExactDecimal.maximumDigits).contains($0) ? $0 : nil }
            }?.value,
            plausibility: section.value("plausible", expecting: Notations.plausibilityWords, Notations.plausibility)?
                .value,
            derived: derived(in: section),
            documented: DocumentedReader(faults: faults).cells(
                in: section,
                unit: unit?.value,
                kind: section.has("budget") ? .year : cadence?.kind
            ),
            targets: PathReader(faults: faults).cells(in: section),
            margin: section.value("margin", expecting: Notations.toleranceWords, Notations.tolerance)?.value,
            interpolation: section.word("interpolation", of: Interpolation.self)?.value ?? .none,
            budget: budget?.budget,
            commitments: budget?.commitments,
            changes: budget?.changes ?? [],
            ending: ending(in: section),
            staysLevel: flag("level", in: section)?.value ?? false,
            recurs: flag("recurs", in: section),
            planned: flag("planned", in: section),
            layer: section.word("layer", of: IndicatorLayer.self)?.value,
            targetFrom: targetFrom(in: section, cadence),
            reports: ReportedReader(faults: faults).reports(in: section, unit: unit),
            notes: section.texts("notes").map(\.value),
            breaks: BreakReader(faults: faults).breaks("breaks", in: section, unit: unit?.value),
            rebases: BreakReader(faults: faults).breaks("rebases", in: section, unit: unit?.value),
            counts: counted(in: section, unit?.value),
            profile: section.word("profile", of: AlertProfile.self)?.value,
            benchmarks: section.texts("benchmark"),
            hideBelow: SmallNumbersReader(faults: faults).hideBelow(in: section)?.value,
            smallestBase: SmallNumbersReader(faults: faults).smallestBase(in: section)?.value
        )
    }

    /// What it counts; limits for persons are only asked for where it may count them, also by its feed.
    private func counted(in section: Section, _ unit: MeasureUnit?) -> Set<Counted> {
        let counted = section.value("counts", expecting: Notations.countedWords, Notations.counted)
        if let counted, counted.value.contains(.persons), let unit, unit == .milestone || unit.euros != nil {
            faults.add(
                "values in \(quoted(unit.symbol)) count no persons; remove 'persons'",
                at: counted.place
            )
        }
        return counted?.value ?? []
    }

    /// The unit; one that is written as nobody else writes it would be another unit to every file that is dropped.
    private func unit(in section: Section) -> Located<MeasureUnit>? {
        guard let unit = section.text("unit")?.map({ MeasureUnit($0) }) else { return nil }
        guard let known = unit.value.meant else { return unit }
        faults.add(
            "the unit \(quoted(unit.value.symbol)) is written \(quoted(known.symbol)); write it so",
            at: unit.place
        )
        return Located(value: known, place: unit.place)
    }

    private func flag(_ key: String, in section: Section) -> Located<Bool>? {
        section.value(key, expecting: "true or false") { Bool($0) }
    }

    // MARK: Money

    private func ending(in section: Section) -> Ending? {
        let date = section.value("ends", expecting: Notations.dateWords) { CalendarDate($0) }
        let uncertain = section.value("uncertain_from", expecting: Notations.dateWords) { CalendarDate($0) }
        let days = section.value("warn", expecting: Notations.daysWords, Notations.days)
        if section.node("ends") == nil, section.node("uncertain_from") == nil, let days {
            faults.add("'warn' is about an end; add 'ends' or 'uncertain_from', or remove it", at: days.place)
        }
        if date != nil, let uncertain {
            faults.add("what ends is not uncertain: keep 'ends' or 'uncertain_from', not both", at: uncertain.place)
        }
        let warningDays = days?.value ?? 180
        if let date { return Ending(date: date.value, warningDays: warningDays) }
        return uncertain.map {
            Ending(date: $0.value.adding(days: -1), warningDays: warningDays, isUncertain: true)
        }
    }

    // MARK: Cadence

    private func cadence(in section: Section) -> Cadence? {
        let kind = section.word("cadence", of: PeriodKind.self)
        let every = section.value("every", expecting: "a whole number from 1 through 100") { text in
            Int(digits: text).flatMap { (1...100).contains($0) ? $0 : nil }
        }
        let first = section.value("first", expecting: Notations.periodWords) { Period($0) }
        let due = section.value("due", expecting: Notations.dueWords) { Deadline($0, calendar: calendar) }
        if let first, let kind { notePeriod(first, ofOtherKindThan: kind.value, in: faults) }
        guard let kind, due != nil || !section.has("due") else { return nil }
        return Cadence(
            kind.value,
            every: every?.value ?? 1,
            first: first?.value,
            due: due?.value ?? Deadline(.days(0))
        )
    }

    /// The nulmeting by which a target has yet to be set.
    private func targetFrom(in section: Section, _ cadence: Cadence?) -> Period? {
        let period = section.value("target_from", expecting: Notations.periodWords) { Period($0) }
        if let period, let cadence { notePeriod(period, ofOtherKindThan: cadence.kind, in: faults) }
        return period?.value
    }

    // MARK: Range

    private func range(in section: Section, unit: MeasureUnit?) -> ValueRange? {
        let minimum = section.value("minimum", expecting: Notations.decimalWords, Notations.decimal)
        let maximum = section.value("maximum", expecting: Notations.decimalWords, Notations.decimal)
        if let minimum, let maximum, maximum.value < minimum.value {
            faults.add("'maximum' is smaller than 'minimum'; exchange them", at: maximum.place)
        }
        guard minimum != nil || maximum != nil else { return nil }
        let natural = unit?.naturalRange ?? ValueRange()
        return ValueRange(minimum: minimum?.value ?? natural.minimum, maximum: maximum?.value ?? natural.maximum)
    }

    private func derived(in section: Section) -> DerivedDraft? {
        section.section("derived", as: .derived).flatMap { DerivationReader(section: $0).derivation() }
    }
}
