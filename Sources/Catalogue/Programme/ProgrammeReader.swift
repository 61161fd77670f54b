internal import Indicators

/// Reads one programme file.
struct ProgrammeReader {
    let context: LoadingContext
    private var faults: FaultList { context.faults }

    init(context: LoadingContext) {
        self.context = context
    }

    /// The programme; `nil` where it has no usable id.
    func programme(_ root: YAMLNode) -> ProgrammeDraft? {
        guard let section = Section(root, as: .programme, faults: faults) else { return nil }
        let id = section.value("programme", expecting: Notations.idWords, Notations.id)
        let title = section.text("title")
        let area = section.node("area").flatMap { self.area($0) }
        let areas = section.list("areas").compactMap { self.area($0) }
        let groups = GroupReader(faults: faults).groups(in: section)
        let source = section.text("source")
        let profile = section.word("profile", of: AlertProfile.self)
        let contradictions = section.texts("contradictions")
        let packages = section.list("packages").compactMap { self.package($0) }
        noteDuplicates(of: packages.map(\.id), called: "package", in: faults)
        noteDuplicates(of: packages.flatMap(\.goals).map(\.id), called: "goal", in: faults)
        return id.map {
            ProgrammeDraft(
                id: $0,
                title: title?.value ?? "",
                area: area,
                areas: areas,
                groups: groups,
                source: source?.value,
                profile: profile?.value,
                contradictions: contradictions,
                packages: packages
            )
        }
    }

    private func area(_ node: YAMLNode) -> AreaDraft? {
        guard let section = Section(node, as: .area, faults: faults) else { return nil }
        let code = section.value("code", expecting: Notations.areaWords, Notations.area)
        let name = section.text("name")
        guard let code, let name else { return nil }
        return AreaDraft(code: code, name: name)
    }

    private func package(_ node: YAMLNode) -> PackageDraft? {
        guard let section = Section(node, as: .package, faults: faults) else { return nil }
        let id = section.value("id", expecting: Notations.idWords, Notations.id)
        let title = section.text("title")
        let goals = section.list("goals").compactMap { goal($0) }
        let reader = IndicatorReader(faults: faults, calendar: context.calendar)
        let indicators = section.list("indicators").compactMap { reader.indicator($0) }
        return id.map { PackageDraft(id: $0, title: title?.value ?? "", goals: goals, indicators: indicators) }
    }

    // MARK: Goals

    private func goal(_ node: YAMLNode) -> GoalDraft? {
        guard let section = Section(node, as: .goal, faults: faults) else { return nil }
        let id = section.value("id", expecting: Notations.idWords, Notations.id)
        let text = section.text("text")
        let heading = section.text("heading")
        let targets = section.list("targets").compactMap { target($0) }
        let unmeasured = section.text("unmeasured")
        noteUnmeasured(section, isExplained: unmeasured != nil)
        return id.map {
            GoalDraft(
                id: $0,
                text: text?.value ?? "",
                heading: heading?.value,
                targets: targets,
                unmeasured: unmeasured?.value
            )
        }
    }

    /// A goal that nothing measures says why.
    private func noteUnmeasured(_ section: Section, isExplained: Bool) {
        guard !isExplained else { return }
        if section.isEmptyList("targets") {
            faults.add(
                "'targets' of the goal is empty; name the indicator that it is measured by, or say why in 'unmeasured'",
                at: section.keyPlace("targets")
            )
        } else if section.node("targets") == nil {
            faults.add(
                "a goal has no 'targets'; add it: the targets that the sentence names, or say why in 'unmeasured'",
                at: section.place
            )
        }
    }

    private func target(_ node: YAMLNode) -> GoalTargetDraft? {
        guard let section = Section(node, as: .goalTarget, faults: faults) else { return nil }
        let indicator = section.text("indicator")
        let period = section.value("period", expecting: Notations.periodWords) { Period($0) }
        let notation = section.text("target").flatMap { TargetCell.notation($0, faults: faults) }
        let planned = section.value("planned", expecting: "true or false") { Bool($0) }
        guard let indicator, let period, let notation else { return nil }
        let scope = ScopeReader(faults: faults).scope(in: section)
        return GoalTargetDraft(
            indicator: indicator,
            cell: TargetCell(period: period, notation: notation, scope: scope),
            planned: planned
        )
    }
}

extension TargetCell {
    /// Reads a target as the document writes it, noting one that cannot be read.
    static func notation(_ text: Located<String>, faults: FaultList) -> Located<TargetNotation>? {
        do throws(TargetNotationError) {
            return Located<TargetNotation>(value: try TargetNotation(text.value), place: text.place)
        } catch {
            faults.add(escaped(error.description), at: text.place)
            return nil
        }
    }
}
