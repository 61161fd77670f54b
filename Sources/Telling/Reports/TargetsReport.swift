package import Indicators

/// Every target and goal as understood from the configuration.
package struct TargetsReport: Sendable {
    private let register: IndicatorRegister
    private let goals: [IndicatorTarget: (programme: Programme, goal: Goal)]
    private let phrases: Phrases

    package init(_ register: IndicatorRegister, phrases: Phrases) {
        self.register = register
        self.phrases = phrases
        let pairs = register.programmes.flatMap { programme in
            programme.packages.flatMap(\.goals).flatMap { goal in
                goal.targets.map { ($0, (programme: programme, goal: goal)) }
            }
        }
        goals = Dictionary(pairs) { first, _ in first }
    }

    /// One JSON array (design, "targets --json"): for each indicator its yearly path, then its goals.
    ///
    /// Cells that ask nothing (`Nb`, `-`) are not targets and stand in the text only.
    package var json: String { JSONValue.array(objects.map(JSONValue.object)).line }

    /// The objects of that array.
    package var objects: [JSONObject] {
        register.indicatorsInOrder.flatMap { indicator in
            register.targets(of: indicator.id).map { object($0, indicator) }
        }
    }

    private func object(_ target: IndicatorTarget, _ indicator: Indicator) -> JSONObject {
        let requirement = target.notation.requirement
        var object = JSONObject()
        object.add("programme", text: indicator.programme)
        object.add("package", text: indicator.package)
        object.add("goal", text: target.goal)
        object.add("indicator", text: indicator.id.description)
        object.add("title", text: indicator.title)
        object.add("unit", text: indicator.unit.symbol)
        object.add("better", text: indicator.better.rawValue)
        object.add("period", text: target.period.description)
        object.add("comparator", text: requirement?.comparator(better: indicator.better).rawValue)
        object.add("value", number: requirement?.statedValue)
        object.add("kind", text: requirement?.kind)
        object.add("baseline", text: requirement?.baseline?.description)
        object.add("notation", text: target.notation.description)
        object.add("applies_to", text: target.scope.description)
        object.add("interpolated", flag: target.isInterpolated)
        object.add("planned", flag: target.isPlanned)
        object.add("footnote", text: target.footnote)
        object.add("layer", text: indicator.layer?.rawValue)
        object.add("document", text: document(of: target, indicator))
        object.add("heading", text: heading(of: target, indicator))
        return object
    }

    /// The goal that says the target; `nil` for a cell of a yearly path.
    private func goal(of target: IndicatorTarget) -> (programme: Programme, goal: Goal)? {
        goals[target]
    }

    /// The document that the target stands in: that of its goal, else that of its indicator.
    private func document(of target: IndicatorTarget, _ indicator: Indicator) -> String? {
        (goal(of: target)?.programme ?? register.programme(indicator.programme))?.source
    }

    private func heading(of target: IndicatorTarget, _ indicator: Indicator) -> String? {
        goal(of: target).map(\.goal.heading) ?? indicator.heading
    }

    /// The tree of programmes, packages and goals, with every cell as the document writes it; nothing in a title can steer
    /// a terminal.
    package var text: String {
        register.programmes.map { programme in
            (["\(programme.id): \(programme.title)"] + programme.packages.flatMap(lines))
                .map { $0.shownSafely(limit: Self.longestLine) + "\n" }
                .joined()
        }
        .joined(separator: "\n")
    }

    /// A goal is a whole sentence, or some.
    private static let longestLine = 4000

    private func lines(_ package: Package) -> [String] {
        let goals = package.goals.flatMap { goal in
            ["  \(phrases.say("doel", "goal")) \(goal.id): \(goal.text)"] + goal.targets.map { "    \(line($0))" }
                + (goal.unmeasured.map { ["    \(phrases.say("niet gemeten", "not measured")): \($0)"] } ?? [])
        }
        let indicators = package.indicators.compactMap { register.indicators[$0] }
        return ["", "\(package.id): \(package.title)"] + goals + indicators.flatMap(lines)
    }

    private func lines(_ indicator: Indicator) -> [String] {
        let better =
            switch indicator.better {
            case .lower: phrases.say("lager is beter", "lower is better")
            case .higher: phrases.say("hoger is beter", "higher is better")
            }
        let head = "\(indicator.id) (\(indicator.title), \(indicator.unit), \(better))"
        let notes = indicator.notes.map { "\(phrases.say("noot", "note")): \($0)" }
        let cells = path(indicator) + recurrence(indicator) + reports(indicator) + ending(indicator)
        return ["  \(head)"] + (cells + notes).map { "    \($0)" }
    }

    private func path(_ indicator: Indicator) -> [String] {
        let cells = (register.paths[indicator.id] ?? []).map { cell in
            "\(dated(cell))\(cell.scope == .all ? "" : " (\(cell.scope))")"
        }
        let between = register.targets(of: indicator.id).filter(\.isInterpolated).map { "\($0.period) \($0.notation)" }
        let way = indicator.interpolation.rawValue
        let (path, gap) = (phrases.say("pad", "path"), phrases.say("daartussen", "between"))
        return (cells.isEmpty ? [] : ["\(path): \(cells.joined(separator: " | "))"])
            + (between.isEmpty ? [] : ["\(gap) (\(way)): \(between.joined(separator: " | "))"])
    }

    private func recurrence(_ indicator: Indicator) -> [String] {
        guard indicator.recurs else { return [] }
        let every = indicator.cadence.every
        let number = every == 1 ? "" : "\(every) "
        return [
            phrases.say(
                "keert terug: één keer per \(number)\(indicator.cadence.kind.dutch)",
                "recurs: once in \(every) \(indicator.cadence.kind.rawValue)\(every == 1 ? "" : "s")"
            )
        ]
    }

    private func reports(_ indicator: Indicator) -> [String] {
        (register.reported[indicator.id] ?? []).compactMap { observation in
            observation.milestone.map { report in
                let expected =
                    report.expected.map { ", \(phrases.say("verwacht", "expected")) \(phrases.date($0))" } ?? ""
                let status = phrases.say(report.status.rawValue, report.status.english)
                return
                    "\(phrases.say("gemeld", "reported")) \(phrases.period(observation.period)): \(status)\(expected)"
            }
        }
    }

    private func ending(_ indicator: Indicator) -> [String] {
        indicator.ending.map { ending in
            let (date, start) = (phrases.date(ending.date), phrases.date(ending.warningStart))
            guard !ending.isUncertain else {
                let from = phrases.date(ending.date.adding(days: 1))
                return [
                    phrases.say(
                        "onzeker vanaf: \(from), waarschuwing vanaf \(start)",
                        "uncertain from: \(from), warned from \(start)"
                    )
                ]
            }
            return [phrases.say("eindigt: \(date), waarschuwing vanaf \(start)", "ends: \(date), warned from \(start)")]
        } ?? []
    }

    private func line(_ target: IndicatorTarget) -> String {
        guard !target.isPlanned else { return "\(target.indicator) \(target.notation) in \(target.period)" }
        return "\(target.indicator) \(target.notation) \(undated(target))"
    }

    /// A cell of a path: `2026 >0,7%*`.
    private func dated(_ cell: IndicatorTarget) -> String {
        cell.isPlanned ? "\(cell.period) \(cell.notation)" : "\(cell.notation) \(undated(cell))"
    }

    /// The year that a document is about, or that is watched first, is no date of what it promises.
    private func undated(_ target: IndicatorTarget) -> String {
        guard target.notation.requirement == .milestone else { return phrases.say("(zonder jaar)", "(without a year)") }
        return phrases.say("(zonder datum)", "(without a date)")
    }
}
