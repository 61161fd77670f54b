internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import Storage
internal import Telling

/// Answers what a command asks of the store.
///
/// The command itself does so, or the daemon for those who may not read the store.
struct Reporter {
    let active: ActiveConfiguration
    /// `nil` where the watch has not begun yet.
    let store: (any Store)?
    let now: Instant

    /// A question that has no answer: whatever the store holds, or as of the moment that it names.
    struct Unanswerable: Error, Hashable, Sendable {
        let words: String
        var status = ExitStatus.usage
    }

    /// What is said beside the answer.
    struct Remarks: Hashable, Sendable {
        /// What the answer leaves out, or counts although it came later.
        var notice: String?
        /// What somebody has to deal with.
        var complaint: String?

        static let none = Remarks()

        /// What is said on both grounds.
        static func + (first: Remarks, second: Remarks) -> Remarks {
            Remarks(notice: joined(first.notice, second.notice), complaint: joined(first.complaint, second.complaint))
        }

        private static func joined(_ first: String?, _ second: String?) -> String? {
            let words = [first, second].compactMap(\.self)
            return words.isEmpty ? nil : words.joined(separator: "\n")
        }

        var status: ExitStatus { complaint == nil ? .done : .incomplete }
        var words: String { [notice, complaint].compactMap(\.self).joined(separator: "\n") }
    }

    /// Refuses what has no answer, before the store is opened.
    static func check(_ question: ReportQuestion, in active: ActiveConfiguration) throws(Unanswerable) {
        switch question.subject {
        case .explain(let name): _ = try ExplainedSeries(name, in: active.register)
        case .status(_, let choice, _):
            if let fault = choice.fault(in: active.register) { throw Unanswerable(words: fault) }
        case .digest(let recipient):
            guard chosen(recipient, in: active).isEmpty else { return }
            let (name, known) = (recipient ?? "", LedgerNames.recipients(of: active))
            throw Unanswerable(
                words: "nobody is subscribed as '\(name.shownSafely())'\(LedgerNames.hint(towards: name, among: known))"
            )
        case .report(let programme, _):
            guard active.register.programme(programme) == nil else { return }
            throw Unanswerable(words: active.register.words(aboutUnknownProgramme: programme))
        case .alerts, .queue, .ledger, .silences: return
        }
    }

    /// Gives the answer in pieces, in order.
    ///
    /// - Returns: what is said beside it.
    /// - Throws: ``StoreError``, and what `write` throws.
    func answer(_ question: ReportQuestion, _ write: (String) throws -> Void) async throws -> Remarks {
        switch question.subject {
        case .status(let isBrief, let choice, let layout):
            let knowledge = try await knowledge(asked: question.at)
            let answer = StatusAnswer(
                reporter: self,
                choice: choice,
                question: question,
                knowledge: knowledge,
                past: try await pastEpisodes(knowledge)
            )
            try await answer.write(isBrief: isBrief, on: layout, write)
            let complaint = try await complaintAboutOutbox(question)
            return Remarks(notice: notice(of: knowledge)) + Remarks(complaint: complaint)
                + remarks(on: try await trouble())
        case .alerts(let isAll, let layout):
            let standing = try await standing(asked: question.at)
            try await alerts(isAll: isAll, on: layout, question, standing, write)
        case .explain(let name):
            let knowledge = try await knowledge(asked: question.at)
            try await explain(try ExplainedSeries(name, in: active.register), question, knowledge, write)
            return Remarks(notice: notice(of: knowledge))
        case .digest(let recipient):
            try await refuseThePast(asked: question.at)
            for subscription in Self.chosen(recipient, in: active) {
                try write(active.previewText(try await digest(for: subscription)))
            }
        case .queue:
            let trouble = try await trouble()
            let report = QueueReport(
                try await shown(try await queue(), heldUntil: trouble?.heldUntil, question),
                zone: active.zone,
                hasRelay: active.hasRelay,
                phrases: active.phrases
            )
            try write(question.isJSON ? report.json + "\n" : report.text)
            return remarks(on: trouble)
        case .ledger(let query, let form): return try await ledger(query, as: form, question, write)
        case .silences:
            let report = SilencesReport(try await silences(), zone: active.zone, phrases: active.phrases)
            try write(question.isJSON ? report.json + "\n" : report.text)
        case .report(let programme, let address): return try await report(programme, address, question, write)
        }
        return .none
    }

    private static func chosen(_ recipient: String?, in active: ActiveConfiguration) -> [Subscription] {
        active.subscriptions.filter {
            recipient == nil && $0.escalation == nil || $0.id == recipient || $0.who.address == recipient
        }
    }

    /// What the asker may be told.
    func disclosure(_ question: ReportQuestion, recordedBy moment: Instant?) async throws -> Disclosure {
        guard question.discloser == nil else { return .exact }
        let loader = DisclosureLoader(store: store, active: active)
        return try await loader.narrowed(loader.disclosure(), recordedBy: moment)
    }

    func loader(_ knowledge: Knowledge) -> SubjectLoader {
        SubjectLoader(
            store: store,
            register: active.register,
            dependence: active.dependence,
            recordedBy: knowledge.limit
        )
    }
}

// MARK: Judged now, without committing anything

extension Reporter {
    /// The judgement of the series that are asked for, of all that there are to show, some at a time.
    func eachPage(
        of part: SeriesPart,
        where isAsked: (SeriesKey) -> Bool,
        _ knowledge: Knowledge,
        _ body: ([(SeriesSubject, SeriesAssessment)]) async throws -> Void
    ) async throws {
        let loader = loader(knowledge)
        var round = AssessingRound(active.assessor, at: now)
        try await loader.eachPage(of: part) { keys in
            let page = try await loader.subjects(for: keys.filter(isAsked))
                // A series that nobody asks for is there since a file brought it.
                .filter { knowledge.limit == nil || $0.isExpected || !$0.history.observations.isEmpty }
                .map { ($0, round.assess($0)) }
            if !page.isEmpty { try await body(page) }
        }
    }

    private func explain(
        _ asked: ExplainedSeries,
        _ question: ReportQuestion,
        _ knowledge: Knowledge,
        _ write: (String) throws -> Void
    ) async throws {
        let id = asked.indicator
        let document = active.register.indicators[id].flatMap { active.register.programme($0.programme)?.source }
        let disclosure = try await disclosure(question, recordedBy: knowledge.limit)
        let standing = ExplainedAlerts(
            reporter: self,
            past: try await pastEpisodes(knowledge),
            decided: try await episodesDecided(by: question.at)
        )
        let units = active.register.indicators.mapValues(\.unit)
        var isFirst = true
        try await eachPage(of: asked.part, where: asked.includes, knowledge) { page in
            let (opening, alerts) = try await standing.alerts(of: page.map(\.1.key), by: disclosure)
            for (subject, assessment) in page {
                let corrections = try await store?.corrections(of: assessment.key) ?? []
                let report = ExplainReport(
                    subject,
                    assessment,
                    by: disclosure,
                    zone: active.zone,
                    document: document,
                    corrections: corrections.filter { correction in knowledge.limit.map(correction.isDone) ?? true },
                    openingState: opening[assessment.key],
                    alerts: alerts[assessment.key] ?? [],
                    inputUnits: units,
                    phrases: active.phrases
                )
                try write((isFirst ? "" : "\n") + report.text)
                isFirst = false
            }
        }
        if isFirst { throw asked.absence }
    }

    private func digest(for subscription: Subscription) async throws -> Digest {
        guard let store else {
            return DigestComposer.compose(
                for: subscription,
                occasion: .preview,
                notices: [],
                open: [],
                by: .exact,
                at: now
            )
        }
        return try await DigestRound(store: store, active: active).preview(for: subscription, at: now)
    }
}

// MARK: As it was decided

extension Reporter {
    /// So many episodes or mails are held in memory, however many there are.
    private static let page = 1000
    private static let mostFailuresNamed = 100

    private func alerts(
        isAll: Bool,
        on layout: TerminalLayout?,
        _ question: ReportQuestion,
        _ standing: Standing,
        _ write: (String) throws -> Void
    ) async throws {
        let disclosure = try await disclosure(question, recordedBy: standing == .past ? question.at : nil)
        guard !isAll || standing == .past else {
            return try await allAlerts(by: disclosure, isJSON: question.isJSON, write)
        }
        guard !question.isJSON || standing == .past else { return try await openAlerts(by: disclosure, write) }
        let report = AlertsReport(
            try await episodes(isAll: isAll, standing).silenced(by: try await silences(), at: now),
            by: disclosure,
            zone: active.zone,
            phrases: active.phrases
        )
        try write(question.isJSON ? report.json + "\n" : layout.map(report.text) ?? report.text)
    }

    /// The open alerts as JSON, in their order, for the series some at a time.
    private func openAlerts(by disclosure: Disclosure, _ write: (String) throws -> Void) async throws {
        var writer = AlertsReport.Pages(by: disclosure, zone: active.zone, phrases: active.phrases, isJSON: true)
        try write(writer.beginning)
        let silences = try await silences()
        var mark: SeriesKey?
        while let store, case let keys = try await store.series(of: .all, after: mark, limit: Self.page),
            let last = keys.last
        {
            let open = try await store.episodes(of: keys).open.values.sorted { $0.alert < $1.alert }
            if !open.isEmpty { try write(writer.next(open.silenced(by: silences, at: now))) }
            mark = last
        }
        try write(writer.end)
    }

    private func allAlerts(
        by disclosure: Disclosure,
        isJSON: Bool,
        _ write: (String) throws -> Void
    ) async throws {
        var writer = AlertsReport.Pages(by: disclosure, zone: active.zone, phrases: active.phrases, isJSON: isJSON)
        try write(writer.beginning)
        let silences = try await silences()
        var mark: EpisodeMark?
        while let page = try await store?.episodes(after: mark, limit: Self.page), !page.episodes.isEmpty {
            try write(writer.next(page.episodes.silenced(by: silences, at: now)))
            mark = page.end
        }
        try write(writer.end)
    }

    /// The mails that wait, and those that failed and nobody has dropped.
    private func queue() async throws -> [LedgerEntry] {
        guard let store else { return [] }
        var entries: [LedgerEntry] = []
        while true {
            let page = try await store.queue(after: entries.last?.message.id ?? 0, limit: Self.page)
            entries += page
            if page.count < Self.page { return entries }
        }
    }

    private func shown(
        _ entries: [LedgerEntry],
        heldUntil moment: Instant? = nil,
        _ question: ReportQuestion
    ) async throws -> [QueuedMail] {
        guard let store, !entries.isEmpty else { return [] }
        let mails = QueuedMails(store: store, disclosure: try await disclosure(question, recordedBy: nil))
        var shown: [QueuedMail] = []
        for entry in entries { shown.append(try await mails.mail(entry, heldUntil: moment)) }
        return shown
    }

    /// What cannot be delivered is said wherever the state is asked for, and shows in the exit status.
    private func complaintAboutOutbox(_ question: ReportQuestion) async throws -> String? {
        guard let counts = try await store?.outboxCounts(), counts.failed > 0 else { return nil }
        let failures = try await queue().filter { $0.message.folder == .failed }
        let lines = try await shown(Array(failures.suffix(Self.mostFailuresNamed)), question).map {
            "  \($0.id) \($0.recipient): \($0.subject) — \($0.reply ?? "")".shownSafely(limit: 300) + "\n"
        }
        return "\(Self.words(onFailures: counts.failed)):\n\(lines.joined())"
    }

    /// That mails failed, without a word of whom they were for; `nil` where none did.
    func countOfFailures() async throws -> String? {
        guard let counts = try await store?.outboxCounts(), counts.failed > 0 else { return nil }
        return Self.words(onFailures: counts.failed)
    }

    private static func words(onFailures count: Int) -> String {
        "\(count) mail(s) could not be delivered; see 'peilwacht queue'"
    }
}
