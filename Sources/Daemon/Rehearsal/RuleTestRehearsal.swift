internal import Alerting
internal import Assessment
internal import Catalogue
internal import Feeds
internal import Files
internal import Indicators
internal import Logging
internal import Mailing
internal import Storage

/// Plays a rule test: the daemon's own engine in a folder of its own, with a clock that goes from step to step.
///
/// Between the steps every day begins and every digest goes out at its hour, as where the daemon runs all the time.
struct RuleTestRehearsal {
    private let active: ActiveConfiguration
    private let test: RuleTest
    private let clock: RehearsalClock
    private let folder: ScratchFolder
    private let store: SQLiteStore
    private let engine: Engine

    /// Makes everything ready; nothing is judged yet.
    ///
    /// - Throws: ``StoreError``, ``FileSystemFault``.
    init(_ test: RuleTest, of configuration: Configuration) throws {
        self.test = test
        folder = try ScratchFolder()
        active = ActiveConfiguration(configuration.placed(in: folder.path))
        clock = RehearsalClock(test.start)
        store = try SQLiteStore.openForWriting(active.configuration)
        engine = try Engine(
            active: active,
            store: store,
            clock: clock.wallClock,
            notifier: SystemdNotifier(environment: [:]),
            watchdog: nil,
            logger: Logger(label: "peilwacht") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    /// Plays it.
    ///
    /// - Returns: what was so at each step.
    /// - Throws: ``StoreError``, ``FileSystemFault``.
    func steps() async throws -> [RehearsedStep] {
        defer { withExtendedLifetime(folder) {} }
        try await engine.start()
        try await look()
        var seen = try await seen()
        var now = test.start
        var steps: [RehearsedStep] = []
        for step in test.steps {
            while let moment = nextMoment(after: now), moment < step.at {
                clock.set(moment)
                try await look()
                now = moment
            }
            now = max(now, step.at)
            clock.set(now)
            var played = RehearsedStep()
            if let delivery = step.delivery { played.receipt = try await take(delivery) }
            try await look()
            try await add(to: &played, since: &seen, at: now)
            steps.append(played)
        }
        return steps
    }

    private func look() async throws {
        var summary = Engine.Summary()
        try await engine.decide(&summary)
    }

    private func take(_ delivery: RuleTest.Delivery) async throws -> Receipt {
        let file = try OpenFile.temporary(holding: delivery.bytes)
        return try await engine.takeByHand(
            name: FileName(bytes: Array(delivery.name.utf8)),
            file: file,
            isHolding: true
        )
    }

    /// The next beginning of a day, or hour of a digest.
    private func nextMoment(after now: Instant) -> Instant? {
        let day = active.zone.start(of: active.zone.local(now).date.adding(days: 1))
        let slots = active.subscriptions.compactMap { $0.digest?.nextSlot(after: now, in: active.zone) }
        return ([day] + slots.map { active.zone.instant($0.local) }).min()
    }

    // MARK: What was so

    /// The last event and the last mail that an earlier step had.
    private struct Seen {
        var event: Int
        var message: Int
    }

    private func seen() async throws -> Seen {
        Seen(event: try await store.lastEventNumber(), message: try await messages(after: 0).last?.message.id ?? 0)
    }

    private func add(to step: inout RehearsedStep, since seen: inout Seen, at now: Instant) async throws {
        let about = test.indicators
        let news = try await store.events(after: seen.event, limit: Self.most)
        step.events = news.filter { about.contains($0.alert.series.indicator) }
        seen.event = news.last?.seq ?? seen.event
        step.open = try await store.openEpisodes().filter { about.contains($0.alert.series.indicator) }
            .map { AlertEvent(open: $0) }
        for entry in try await messages(after: seen.message) {
            let bytes = try await store.bytes(ofMessage: entry.message.id) ?? []
            let text = MIMEMessage.plainText(of: bytes)
            step.mails.append(RehearsedStep.Mail(recipient: entry.recipient, subject: entry.subject, text: text))
            seen.message = max(seen.message, entry.message.id)
        }
        let keys = Set(test.steps.flatMap { $0.lights.map(\.series) }).sorted()
        let loader = SubjectLoader(store: store, register: active.register, dependence: active.dependence)
        for subject in try await loader.subjects(for: keys) {
            step.assessments[subject.history.key] = active.assessor.assess(subject, at: now, informing: false)
        }
    }

    /// So many events and mails of one step are looked at.
    private static let most = 100_000

    private func messages(after id: Int) async throws -> [LedgerEntry] {
        try await store.queue(after: id, limit: Self.most)
    }
}

extension AlertEvent {
    /// An open alert, in the words in which its opening would be told now.
    fileprivate init(open episode: Episode) {
        self.init(
            seq: 0,
            kind: .opened,
            at: episode.openedAt,
            alert: episode.alert,
            episode: episode.id,
            facts: episode.facts
        )
    }
}
