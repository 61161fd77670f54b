import AlertSamples
import Alerting
import Assessment
import Feeds
import Indicators
import Storage
import Synchronization
import Testing

/// The moment at which the tests begin: 2026-04-01T06:00:00Z.
let start = Instant(seconds: 1_775_023_200)

let wmo = SeriesKey(indicator: "wmo-maatwerk", area: "GM0303")
let lonely = SeriesKey(indicator: "matig-eenzaam-65", area: "GM0303", breakdown: Breakdown(pairs: ["leeftijd": "65+"]))
let mean = SeriesKey(
    indicator: "gemiddelde-eenzaamheid",
    area: "GM0303",
    breakdown: Breakdown(pairs: ["leeftijd": "65+"])
)

let shelter = SeriesKey(indicator: "inloophuis", area: "GM0303")

func year(_ year: Int) throws -> Period { try #require(Period.year(year)) }

func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

func slot(_ text: String) throws -> DigestSlot { try #require(DigestSlot(text)) }

// MARK: Files

/// A row that gives a value.
func row(
    _ value: String,
    _ year: Int = 2024,
    of series: SeriesKey = wmo,
    line: Int = 2,
    status: ObservationStatus = .definitive,
    source: String? = nil
) throws -> RowOutcome {
    .observed(
        ObservedRow(
            line: line,
            series: series,
            observation: Observation(
                period: try #require(Period.year(year)),
                value: try decimal(value),
                status: status,
                source: source
            )
        )
    )
}

/// A row whose value may be at most ten times as large or as small as the one before it.
func plausible(
    _ value: String,
    _ year: Int,
    line: Int = 2,
    isUnfinished: Bool = false
) throws -> RowOutcome {
    .observed(
        ObservedRow(
            line: line,
            series: wmo,
            observation: Observation(period: try #require(Period.year(year)), value: try decimal(value)),
            plausible: PlausibleChange(times: 10, floor: 1),
            isUnfinished: isUnfinished
        )
    )
}

/// A row that reports of a milestone.
func report(
    _ status: MilestoneStatus,
    expected: String? = nil,
    on day: String = "2026-03-31",
    of series: SeriesKey = shelter,
    line: Int = 2,
    source: String? = nil,
    note: String? = nil
) throws -> RowOutcome {
    let report = MilestoneReport(status: status, expected: try expected.map { try #require(CalendarDate($0)) })
    let date = try #require(CalendarDate(day))
    let observation = try #require(Observation.milestone(report, on: date, source: source, note: note))
    return .observed(ObservedRow(line: line, series: series, observation: observation))
}

func header(
    _ hash: String,
    at time: Instant = start,
    setsFaultyRowsAside: Bool = false,
    isDryRun: Bool = false,
    claim: String? = nil,
    continues: String? = nil,
    profile: String? = nil
) -> ImportHeader {
    ImportHeader(
        fileName: "\(hash).csv",
        hash: hash,
        byteCount: 100,
        at: time,
        profile: profile,
        setsFaultyRowsAside: setsFaultyRowsAside,
        isDryRun: isDryRun,
        claim: claim,
        continues: continues
    )
}

extension ImportOutcome {
    /// Whether the same content was taken in before, and nothing is kept of it now.
    func isRepeated(of earlier: AcceptedImport) -> Bool {
        guard case .repeated(earlier, _) = self else { return false }
        return !changesTheStore
    }

    /// Whether anything was kept, or would have been but for a dry run.
    var isAccepted: Bool { if case .accepted = self { true } else { false } }

    /// What became of the rows that were read.
    var tally: IntakeTally {
        switch self {
        case .accepted(let tally), .refused(let tally): tally
        case .repeated(_, let tally): tally
        }
    }
}

extension Store {
    /// Takes in a file of these rows.
    @discardableResult
    func take(
        _ header: ImportHeader,
        _ rows: [RowOutcome],
        dependants: @escaping @Sendable (SeriesKey) -> [SeriesKey] = { _ in [] }
    ) async throws -> ImportOutcome {
        let rest = Mutex(rows[...])
        return try await record(import: header, rows: { rest.withLock { $0.popFirst() } }, dependants: dependants)
    }

    /// Judges what is marked or due, without any decision.
    func judgeEverything(at now: Instant = start, nextReview: Instant? = nil) async throws {
        var decisions = Decisions()
        decisions.judged = try await seriesToJudge(at: now, limit: 1000).map {
            Decisions.Judged(series: $0, nextReview: nextReview, at: now)
        }
        try await commit(decisions: decisions)
    }

    /// The series that are marked or due.
    func keysToJudge(at now: Instant = start) async throws -> Set<SeriesKey> {
        Set(try await seriesToJudge(at: now, limit: 1000).map(\.key))
    }

    func history(of series: SeriesKey) async throws -> SeriesHistory {
        try #require(await histories(of: [series]).first)
    }
}

// MARK: Alerts

func facts(_ value: String = "112", severity: Severity = .warning) -> FindingFacts {
    FindingFacts.sample(
        "Wmo-maatwerk",
        severity,
        .targetMissed,
        value: value,
        unit: "per 1000",
        period: nil,
        targets: [SampleTarget("< 108 per 1000", "2026", goal: "6N-2", notation: "<108")]
    )
    .with {
        $0.about.programme = "6"
        $0.about.packageTitle = "Maatwerk"
    }
}

func episode(
    _ number: Int = 1,
    of series: SeriesKey = wmo,
    rule: RuleName = .target,
    at time: Instant = start,
    facts told: FindingFacts = facts()
) -> Episode {
    Episode(alert: AlertKey(rule: rule, series: series), number: number, openedAt: time, facts: told)
}

/// A change of an episode.
func change(_ kind: AlertEventKind, _ episode: Episode, at time: Instant = start) -> Transition {
    var after = episode
    if kind.closes { after.closedAt = time }
    return Transition(kind: kind, episode: after, at: time)
}

func notice(
    _ transition: Transition,
    to subscription: String = "raad",
    urgent: Bool = false,
    event: Int? = nil
) -> Notice {
    Notice(
        subscription: subscription,
        kind: transition.kind,
        episode: transition.episode,
        at: transition.at,
        isUrgent: urgent,
        event: event
    )
}

func message(_ key: String, to subscription: String = "raad", at time: Instant = start) -> NewMessage {
    NewMessage(
        key: key,
        subscription: subscription,
        recipient: "\(subscription)@example.org",
        sender: "peilwacht@example.org",
        subject: "[Rood] \(key)",
        messageID: "<\(key)@example.org>",
        bytes: Array("Subject: \(key)\r\n\r\n".utf8),
        createdAt: time
    )
}

extension Store {
    /// The latest opened episodes, closed ones among them.
    func allEpisodes(limit: Int) async throws -> [Episode] { try await episodes(after: nil, limit: limit).episodes }

    /// Commits changes, with a notice of each to the subscriptions.
    func commit(
        _ transitions: Transition...,
        to subscriptions: [String] = [],
        urgent: Bool = false
    ) async throws {
        var decisions = Decisions()
        decisions.transitions = transitions
        decisions.notices = transitions.flatMap { transition in
            subscriptions.map { notice(transition, to: $0, urgent: urgent) }
        }
        try await commit(decisions: decisions)
    }

    /// Puts a message in the outbox.
    func post(_ message: NewMessage) async throws {
        // By a slot of its own, so that it is nobody's digest.
        try await commit(
            digest: DigestCommit(
                subscription: "\(message.key) to \(message.subscription)",
                slot: DigestSlot(local: LocalDateTime(date: CalendarDate(dayNumber: 20_000), secondOfDay: 0)),
                message: message,
                notices: [],
                failures: []
            )
        )
    }

    /// Notes the outcome of an attempt.
    func attempt(
        _ id: Int,
        _ result: DeliveryAttempt.Result,
        _ reason: String = "",
        at time: Instant = start
    ) async throws {
        try await record(
            attempt: DeliveryAttempt(message: id, at: time, result: result, reason: reason, reply: "reply to \(reason)")
        )
    }
}
