package import Assessment
package import Indicators

/// Every series with its value, target, light and reasons.
package struct StatusReport: Sendable {
    private let assessments: [SeriesAssessment]
    private let rules: RuleRegistry
    private let openingStates: Set<SeriesKey>
    private let vanished: [SeriesKey: [Period]]
    private let phrases: Phrases
    private let hasSeveralAreas: Bool

    /// A report of these judgements.
    ///
    /// - Parameters:
    ///   - assessments: one for each series.
    ///   - disclosure: what of them may be told.
    ///   - rules: the rules that have keys of their own.
    ///   - openingStates: the series with an open alert that was so already when the indicator came under watch.
    ///   - vanished: the periods whose value is missing in a later delivery of its feed.
    ///   - phrases: the language.
    package init(
        _ assessments: [SeriesAssessment],
        by disclosure: Disclosure,
        rules: RuleRegistry = .standard,
        openingStates: Set<SeriesKey> = [],
        vanished: [SeriesKey: [Period]] = [:],
        phrases: Phrases
    ) {
        self.vanished = vanished
        self.openingStates = openingStates
        self.assessments = assessments.map { $0.told(by: disclosure) }
        hasSeveralAreas = assessments.contains { $0.key.area != assessments[0].key.area }
        self.rules = rules
        self.phrases = phrases
    }

    /// One JSON array (design, "status --json").
    ///
    /// Every rule that has numbers to show there has a key of its own in every object, `null` where it does not judge the
    /// series.
    package var json: String { JSONValue.array(objects.map(JSONValue.object)).line }

    /// The objects of that array.
    package var objects: [JSONObject] { assessments.map(object) }

    /// The objects one by one, as they are written: the elements of the array.
    package var lines: [String] { assessments.map { object($0).line } }

    private func object(_ assessment: SeriesAssessment) -> JSONObject {
        let indicator = assessment.indicator
        var object = JSONObject()
        object.add("programme", text: indicator.programme)
        object.add("package", text: indicator.package)
        object.add("indicator", text: indicator.id.description)
        object.add("title", text: indicator.title)
        object.add("area", text: assessment.key.area.description)
        object.add("breakdown", text: assessment.key.breakdown.nonEmpty)
        object.add("unit", text: indicator.unit.symbol)
        object.add("better", text: indicator.better.rawValue)
        object.add("period", text: (assessment.latest?.period ?? assessment.hidden)?.description)
        object.add("value", number: assessment.latest?.value)
        object.add("provisional", flag: assessment.latest?.observation.status == .provisional)
        object.add("derived", flag: indicator.derivation != nil)
        object.add("target", .members(assessment.shownTarget.map(Self.target)))
        object.add("light", text: assessment.light.rawValue)
        object.add("reasons", texts: assessment.reasons.map(\.description))
        object.add("next_due", text: assessment.nextDue?.date.description)
        object.add("layer", text: indicator.layer?.rawValue)
        for rule in rules.statusKeys {
            object.add(rule.rawValue, .members(assessment.finding(rule)?.evidence.value.statusJSON))
        }
        let ending = indicator.ending
        object.add("ends", text: ending.flatMap { $0.isUncertain ? nil : $0.date.description })
        let uncertain = ending.flatMap { $0.isUncertain ? $0.date.adding(days: 1) : nil }
        object.add("uncertain_from", text: uncertain?.description)
        object.add("source", text: assessment.latest?.observation.source)
        object.add("note", text: assessment.latest?.observation.note)
        if assessment.hidden != nil { object.add("hidden", flag: true) }
        if openingStates.contains(assessment.key) { object.add("opening_state", flag: true) }
        if let periods = vanished[assessment.key] { object.add("vanished", texts: periods.map(\.description)) }
        return object
    }

    private static func target(_ shown: SeriesAssessment.ShownTarget) -> JSONObject {
        var object = JSONObject()
        object.add("comparator", text: shown.bound.comparator.rawValue)
        object.add("value", number: shown.bound.value)
        object.add("period", text: shown.period.description)
        object.add("goal", text: shown.goal)
        object.add("planned", flag: !shown.isUndated)
        object.add("footnote", text: shown.footnote)
        return object
    }

    /// A table, for whatever reads lines.
    ///
    /// Where all series are of one area it is left out.
    package var text: String { TextTable(header: header, rows: assessments.map(row)).text }

    /// Adds the rows to a table of all series.
    package func add(to table: inout Table) {
        for assessment in assessments { table.add(assessment.key, row(assessment, subject: [])) }
    }

    /// The table of ever so many series, of which reports give the rows part by part.
    ///
    /// It holds the texts of its cells and nothing else.
    package struct Table: Sendable {
        private var cells = TextTable.Gathered()
        private var area: AreaCode?
        private var hasSeveralAreas = false
        private let phrases: Phrases

        package init(phrases: Phrases) { self.phrases = phrases }

        fileprivate mutating func add(_ key: SeriesKey, _ row: [String]) {
            if let area, area != key.area { hasSeveralAreas = true }
            area = area ?? key.area
            // How a series is named depends on whether there are several areas: both are kept.
            let names = [false, true].flatMap { StatusReport.names(key, hasSeveralAreas: $0) }
            cells.add([row[0]] + names + row.dropFirst())
        }

        /// The table in pieces, in order.
        package func write(_ write: (String) throws -> Void) rethrows {
            let left = hasSeveralAreas ? [1] : [2, 3]
            try cells.write(
                header: StatusReport.header(hasSeveralAreas: hasSeveralAreas, in: phrases),
                leavingOut: Set(left),
                write
            )
        }
    }

    /// A table for a terminal: how many series have which light, then the worst first.
    package func text(on layout: TerminalLayout) -> String {
        let order = assessments.enumerated().sorted { one, other in
            let (left, right) = (one.element.light.gravity, other.element.light.gravity)
            return left == right ? one.offset < other.offset : left > right
        }
        let rows = order.map { TerminalTable.Row(cells: row($0.element), paint: .init($0.element.light)) }
        let counts = StatusSummary.counts(of: assessments.map(\.light), in: phrases)
        return counts + "\n" + TerminalTable(header: header, rows: rows, on: layout).text
    }

    private var header: [String] { Self.header(hasSeveralAreas: hasSeveralAreas, in: phrases) }

    private static func header(hasSeveralAreas: Bool, in phrases: Phrases) -> [String] {
        [phrases.say("LICHT", "LIGHT"), "INDICATOR"] + (hasSeveralAreas ? [phrases.say("GEBIED", "AREA")] : []) + [
            phrases.say("PERIODE", "PERIOD"), phrases.say("WAARDE", "VALUE"), phrases.say("STREEFWAARDE", "TARGET"),
            phrases.say("REDENEN", "REASONS"),
        ]
    }

    private static func names(_ key: SeriesKey, hasSeveralAreas: Bool) -> [String] {
        guard hasSeveralAreas else { return [key.breakdown == .total ? key.indicator.description : key.description] }
        let breakdown = key.breakdown == .total ? "" : "/\(key.breakdown)"
        return [key.indicator.description + breakdown, key.area.description]
    }

    private func row(_ assessment: SeriesAssessment) -> [String] {
        row(assessment, subject: Self.names(assessment.key, hasSeveralAreas: hasSeveralAreas))
    }

    private func row(_ assessment: SeriesAssessment, subject: [String]) -> [String] {
        let unit = assessment.indicator.unit
        let key = assessment.key
        let value = assessment.latest.map { latest in
            latest.observation.milestone.map { phrases.say($0.status.rawValue, $0.status.english) }
                ?? unit.written(latest.value) + (latest.observation.status == .provisional ? "*" : "")
        }
        let target = assessment.shownTarget.map { "\($0.bound.written(unit: unit))\($0.label)" }
        return [assessment.light.rawValue] + subject + [
            (assessment.latest?.period ?? assessment.hidden)?.description ?? "-",
            assessment.hidden == nil ? value ?? "-" : phrases.hiddenValue,
            target ?? "-",
            assessment.reasons.map(\.description).joined(separator: ", ")
                + (openingStates.contains(key) ? " [\(phrases.openingState)]" : "") + vanishedMark(key),
        ]
    }

    /// So many periods are named.
    private static let mostNamed = 3

    /// `[niet meer geleverd: 2023, 2024]`.
    private func vanishedMark(_ key: SeriesKey) -> String {
        guard let periods = vanished[key] else { return "" }
        let rest = periods.count - Self.mostNamed
        let named = periods.suffix(Self.mostNamed).map(\.description).joined(separator: ", ")
        let more = rest > 0 ? phrases.say(" en nog \(rest)", " and \(rest) more") : ""
        return " [\(phrases.say("niet meer geleverd", "not delivered any more")): \(named)\(more)]"
    }
}

extension SeriesAssessment.ShownTarget {
    /// The goal, the period and the condition, as far as the document names them: ` (2026)` or ` (6N-2, 2026)`.
    fileprivate var label: String {
        let parts = [goal, isUndated ? nil : period.description, footnote].compactMap(\.self)
        return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    }
}
