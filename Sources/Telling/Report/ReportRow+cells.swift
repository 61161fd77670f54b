internal import Alerting
internal import Indicators

extension ReportRow {
    /// What stands in a column of this line; empty where the column says nothing of it.
    func cell(_ column: ReportColumn, zone: LocalZone, phrases: Phrases) -> ReportCell {
        switch column {
        case .kind: .text(kind(in: phrases))
        case .package: .text(package)
        case .goals: goals.isEmpty ? .empty : .text(goals.joined(separator: ", "))
        case .number: activity?.number.map(ReportCell.text) ?? .empty
        case .name: .text(title)
        case .id: .text(id.description)
        case .unit: .text(unit.symbol)
        case .source: source.map { .text($0.oneLine(limit: 200)) } ?? .empty
        case .owner: owner.map { .text($0.oneLine(limit: 200)) } ?? .empty
        case .realised(let year): realised[year]?.cell(unit, phrases) ?? .empty
        case .target(let year): targets[year]?.cell(unit, phrases) ?? .empty
        case .light: .light(light)
        case .status: activity.map { .text($0.words(in: phrases)) } ?? .empty
        case .due: activity?.due.map(ReportCell.date) ?? .empty
        case .year, .budget, .spent, .through, .forecast, .deviation, .outcome:
            money?.cell(column, unit, phrases) ?? .empty
        case .cause: answer(.cause, zone, phrases)
        case .consequence: answer(.consequence, zone, phrases)
        case .measure: answer(.measure, zone, phrases)
        case .remark: remark(phrases)
        case .explanation: .lines(lines(zone, phrases))
        }
    }

    private var activity: ReportedActivity? { if case .activity(let activity) = matter { activity } else { nil } }

    private var money: ReportedBudget? { if case .budget(let budget) = matter { budget } else { nil } }

    private func kind(in phrases: Phrases) -> String {
        switch matter {
        case .indicator: "indicator"
        case .activity: phrases.say("activiteit", "activity")
        case .budget: phrases.say("begroting", "budget")
        }
    }

    private func answer(_ part: Explanation.Part, _ zone: LocalZone, _ phrases: Phrases) -> ReportCell {
        explanation.words(for: part, zone: zone, phrases: phrases).map(ReportCell.text) ?? .empty
    }

    private func remark(_ phrases: Phrases) -> ReportCell {
        let words = remarks + footnotes + valueNotes(phrases)
        return words.isEmpty ? .empty : .text(words.joined(separator: " "))
    }

    /// What stands beside values on a page, for a table that has numbers only.
    private func valueNotes(_ phrases: Phrases) -> [String] {
        let notes = realised.sorted { $0.key < $1.key }.compactMap { year, value in
            value.note(in: phrases).map { "\(year): \($0)" }
        }
        let undated = targets.values.contains(where: \.isUndated) ? [ReportedTarget.undated(in: phrases)] : []
        return (notes + undated).map { "\($0.prefix(1).uppercased())\($0.dropFirst())." }
    }

    private func lines(_ zone: LocalZone, _ phrases: Phrases) -> [ReportCell.Line] {
        let words = HandlingWords(zone: zone, phrases: phrases)
        let answers = Explanation.Part.allCases.compactMap { part in
            explanation.words(for: part, zone: zone, phrases: phrases).map {
                ReportCell.Line(label: words.name(of: part), text: $0, isMissing: !explanation.isGiven(part))
            }
        }
        return remarks.map { ReportCell.Line(label: nil, text: $0) } + answers
    }
}

extension ReportedActivity {
    fileprivate func words(in phrases: Phrases) -> String {
        guard let status else { return phrases.say("nog niet gemeld", "not reported yet") }
        return phrases.say(status.rawValue, status.english)
    }
}

extension ReportedBudget {
    fileprivate func cell(_ column: ReportColumn, _ unit: MeasureUnit, _ phrases: Phrases) -> ReportCell {
        let amount = { (value: ExactDecimal?) -> ReportCell in value.map { .number($0, unit) } ?? .empty }
        return switch column {
        // A number, but never with a point between its thousands.
        case .year: .written("\(year)", ExactDecimal(year), MeasureUnit(""))
        case .budget: amount(budget)
        case .spent: amount(realised)
        case .through: through.map { .text(phrases.period($0)) } ?? .empty
        case .forecast: amount(forecast)
        case .deviation: amount(deviation)
        case .outcome: .text(outcome(phrases))
        case .kind, .package, .goals, .number, .name, .id, .unit, .source, .owner, .realised, .target, .light, .status,
            .due, .cause, .consequence, .measure, .remark, .explanation:
            .empty
        }
    }

    private func outcome(_ phrases: Phrases) -> String {
        guard deviation != nil else { return phrases.say("nog niet bekend", "not known yet") }
        guard let isAdvantage else { return phrases.say("geen", "none") }
        return isAdvantage ? phrases.say("voordeel", "advantage") : phrases.say("nadeel", "disadvantage")
    }
}
