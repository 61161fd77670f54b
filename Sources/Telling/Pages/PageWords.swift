internal import Assessment
internal import Indicators

/// Words and figures as pages show them.
struct PageWords {
    let phrases: Phrases

    func say(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        phrases.say(dutch(), english())
    }

    /// `29-11-2026`, in tables.
    func day(_ date: CalendarDate) -> String { "\(date.day.padded(to: 2))-\(date.month.padded(to: 2))-\(date.year)" }

    /// Who answers for an indicator, in the word of the documents.
    var owner: String { say("Portefeuillehouder", "Owner") }

    /// Why the numbers of lights and of open alerts are not the same.
    var lightsAndAlerts: String {
        say(
            "Stoplichten en meldingen zijn niet hetzelfde. Een stoplicht zegt hoe een indicator er nu voor staat. Een melding "
                + "blijft open tot de afwijking voorbij is. Er kan dus ook een melding openstaan bij een groene of grijze "
                + "indicator (bijvoorbeeld omdat er een waarde ontbreekt), bij een wijk, buurt of groep, of bij een indicator "
                + "die niet meer wordt gevolgd. En niet bij elk rood of oranje stoplicht staat een melding open: soms moet de "
                + "volgende meting de afwijking eerst bevestigen.",
            "Lights and alerts are not the same. A light says how an indicator stands now. An alert stays open until the "
                + "deviation is over. So an alert may be open on an indicator that is green or grey (for example since a value "
                + "is missing), on a district, neighbourhood or group, or on an indicator that is not watched any more. And "
                + "not every red or amber light has an open alert: sometimes the next value has to confirm it first."
        )
    }

    /// The value with its unit, which stays on its line: `112 per 1000`.
    func amount(_ value: ExactDecimal, _ unit: MeasureUnit) -> String {
        unit.written(value).oneLine(limit: 80).withUnbrokenUnit
    }

    /// The value that was judged, and of when it is; in words where there is none.
    func latest(_ assessment: SeriesAssessment) -> PageCell {
        guard let latest = assessment.latest else { return missing(assessment) }
        let amount = latest.observation.milestone.map(report) ?? amount(latest.value, assessment.indicator.unit)
        return cell(amount, period(latest))
    }

    private func missing(_ assessment: SeriesAssessment) -> PageCell {
        guard let hidden = assessment.hidden else {
            let nothing =
                assessment.indicator.isMilestone
                ? say("nog niets gemeld", "nothing reported yet") : say("nog geen waarde", "no value yet")
            return PageCell("<span class=\"muted\">\(nothing)</span>", nothing)
        }
        return cell(phrases.hiddenValue, phrases.shortPeriod(hidden))
    }

    private func period(_ latest: RecordedObservation) -> String {
        let mark = latest.observation.status == .provisional ? ", \(say("voorlopig", "provisional"))" : ""
        return phrases.shortPeriod(latest.period) + mark
    }

    /// `vertraagd, verwacht 1 juli 2026`.
    private func report(_ report: MilestoneReport) -> String {
        let expected = report.expected.map { ", \(say("verwacht", "expected")) \(phrases.date($0))" } ?? ""
        return say(report.status.rawValue, report.status.english) + expected
    }

    /// The target, and for when it is; in words where there is none.
    func target(_ assessment: SeriesAssessment) -> PageCell {
        guard let target = assessment.shownTarget else {
            let none = say("geen", "none")
            return PageCell("<span class=\"muted\">\(none)</span>", none)
        }
        let bound = target.bound.written(unit: assessment.indicator.unit).oneLine(limit: 80).withUnbrokenUnit
        let goal = target.goal.map { "\(say("doel", "goal")) \($0.oneLine(limit: 20))" }
        let parts = [target.isUndated ? nil : phrases.shortPeriod(target.period), goal, target.footnote?.oneLine()]
        return cell(bound, parts.compactMap(\.self).joined(separator: ", "))
    }

    /// A text with a second line, which stands behind it in a spreadsheet.
    func cell(_ text: String, _ second: String) -> PageCell {
        PageCell("\(text)\(small(second))", second.isEmpty ? text : "\(text) (\(second))")
    }

    /// A second line in a cell.
    func small(_ text: String) -> HTML {
        text.isEmpty ? "" : "<br><span class=\"muted small\">\(text)</span>"
    }

    /// How many of each light there are, the worst first; what there is none of is left out.
    func counts(_ lights: [Light: Int]) -> HTML {
        let shown = LightMark.order.compactMap { light in
            lights[light].flatMap { $0 > 0 ? LightMark(light, phrases).worded(counting: $0) : nil }
        }
        return HTML(joining: shown.enumerated().map { $0.offset == 0 ? $0.element : ", \($0.element)" })
    }

    /// A second line under a name: the lights of the parts of its area; nothing where there are none.
    func parts(_ lights: [Light: Int]) -> HTML {
        guard lights.values.contains(where: { $0 > 0 }) else { return "" }
        let heading = say("Wijken, buurten en groepen: ", "Districts, neighbourhoods and groups: ")
        return "<br><span class=\"small\">\(heading)\(counts(lights))</span>"
    }
}

extension String {
    /// The longest that stays on one line in a cell of a table.
    private static let short = 20

    /// A number stays on the line of its unit, and a sign on that of its number; what is short does not break at all.
    fileprivate var withUnbrokenUnit: String {
        let isSigned = unicodeScalars.first.map { "<>=≤≥-€".unicodeScalars.contains($0) } ?? false
        let kept = unicodeScalars.count <= Self.short ? Int.max : isSigned ? 2 : 1
        let parts = split(separator: " ", omittingEmptySubsequences: false)
        return parts.enumerated().map {
            $0.offset == 0 ? "\($0.element)" : "\($0.offset <= kept ? "\u{A0}" : " ")\($0.element)"
        }
        .joined()
    }
}
