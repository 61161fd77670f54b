internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import Storage
internal import Telling

/// Writes how the chosen series stand, part by part, so that it takes no more memory however many there are.
struct StatusAnswer {
    let reporter: Reporter
    let choice: SeriesChoice
    let question: ReportQuestion
    let knowledge: Reporter.Knowledge
    /// What ``Reporter/pastEpisodes(_:)`` gives.
    let past: [Episode]?

    private var active: ActiveConfiguration { reporter.active }

    func write(isBrief: Bool, on layout: TerminalLayout?, _ write: (String) throws -> Void) async throws {
        if isBrief {
            try await summary(write)
        } else if question.isJSON {
            try await json(write)
        } else if let layout {
            try await table(on: layout, write)
        } else {
            try await table(write)
        }
    }

    private func summary(_ write: (String) throws -> Void) async throws {
        var summary = StatusSummary([], by: .exact, register: active.register, phrases: active.phrases)
        try await eachPage { summary.add($0, by: $1) }
        try write(summary.text)
    }

    private func json(_ write: (String) throws -> Void) async throws {
        try write("[")
        var isFirst = true
        try await eachReport { report in
            let lines = report.lines
            guard !lines.isEmpty else { return }
            try write((isFirst ? "" : ",") + lines.joined(separator: ","))
            isFirst = false
        }
        try write("]\n")
    }

    private func table(_ write: (String) throws -> Void) async throws {
        var table = StatusReport.Table(phrases: active.phrases)
        try await eachReport { $0.add(to: &table) }
        try table.write(write)
    }

    /// On a terminal the worst come first: that is known when all have been judged.
    private func table(on layout: TerminalLayout, _ write: (String) throws -> Void) async throws {
        var all: [SeriesAssessment] = []
        var known = Disclosure.exact
        var opening: Set<SeriesKey> = []
        try await eachPage { page, disclosure in
            opening.formUnion(try await openingStates(of: page))
            known = disclosure
            all += page
        }
        try write(try await report(all, by: known, opening: opening, vanished()).text(on: layout))
    }

    private func eachReport(_ body: (StatusReport) throws -> Void) async throws {
        let vanished = try await vanished()
        try await eachPage { page, disclosure in
            try body(report(page, by: disclosure, opening: try await openingStates(of: page), vanished))
        }
    }

    private func report(
        _ assessments: [SeriesAssessment],
        by disclosure: Disclosure,
        opening: Set<SeriesKey>,
        _ vanished: [SeriesKey: [Period]]
    ) -> StatusReport {
        StatusReport(
            assessments,
            by: disclosure,
            rules: active.configuration.rules.registry,
            openingStates: opening,
            vanished: vanished,
            phrases: active.phrases
        )
    }

    private func openingStates(of page: [SeriesAssessment]) async throws -> Set<SeriesKey> {
        Set(try await reporter.openingStates(of: page.map(\.key), among: past).keys)
    }

    private func vanished() async throws -> [SeriesKey: [Period]] {
        try await reporter.store?.vanished(at: knowledge.isBacktest ? nil : question.at) ?? [:]
    }

    /// The chosen series, with what may be told of them.
    private func eachPage(_ body: ([SeriesAssessment], Disclosure) async throws -> Void) async throws {
        let disclosure = try await reporter.disclosure(question, recordedBy: knowledge.limit)
        let isAsked = choice.selection(in: active.register)
        try await reporter.eachPage(of: .all, where: isAsked, knowledge) { page in
            let asked = page.map(\.1).filter { assessment in
                choice.filter.light.map { assessment.told(by: disclosure).light == $0 } ?? true
            }
            try await body(asked, disclosure)
        }
    }
}
