import Alerting
import ArgumentParser
import Assessment
import Catalogue
import Daemon
import Indicators
import Mailing
import Storage
import Telling

/// The part of a command that reads the store.
struct Query {
    let watch: Watch
    let store: (any Store)?
    let clock: WallClock

    /// Opens the store for reading beside a daemon; a store that does not exist yet is empty.
    init(_ options: GlobalOptions) throws {
        watch = try options.watch()
        clock = try options.clock(in: watch.zone)
        store = try openForReading(watch.configuration.storePath)
    }

    /// Judges the series as of the moment, without committing anything.
    func assessments(of keys: [SeriesKey]) async throws -> [(SeriesSubject, SeriesAssessment)] {
        let now = clock.now()
        return try await loader.subjects(for: keys).map { ($0, watch.assessor.assess($0, at: now)) }
    }

    /// The digest as it would be sent now.
    func preview(for subscription: Subscription) async throws -> Digest {
        let now = clock.now()
        guard let store else {
            return DigestComposer.compose(for: subscription, occasion: .preview, notices: [], open: [], at: now)
        }
        return try await DigestRound(store: store, watch: watch).preview(for: subscription, at: now)
    }

    /// The mails that wait, and those that failed and nobody has dropped.
    func queue() async throws -> [LedgerEntry] {
        guard let store else { return [] }
        var entries: [LedgerEntry] = []
        while true {
            let page = try await store.queue(after: entries.last?.message.id ?? 0, limit: 1000)
            entries += page
            if page.count < 1000 { return entries }
        }
    }

    var loader: SubjectLoader {
        SubjectLoader(store: store, register: watch.register, dependence: watch.dependence)
    }
}

/// Runs a command's body and puts what goes wrong in words.
func answering(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let code as ExitCode {
        throw code
    } catch {
        throw Failure(error)
    }
}

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show every series: value, target, light, reasons.")

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws {
        try await answering {
            let query = try Query(options)
            let assessments = try await query.assessments(of: query.loader.allKeys()).map(\.1)
            let report = StatusReport(
                assessments,
                rules: query.watch.configuration.rules.registry,
                phrases: query.watch.phrases
            )
            printResult(json ? report.json + "\n" : report.text)
            try await tellOfOutbox(query)
        }
    }

    private static let mostFailuresNamed = 100

    /// What cannot be delivered is said here too, and shows in the exit status.
    private func tellOfOutbox(_ query: Query) async throws {
        guard let counts = try await query.store?.outboxCounts(), counts.failed > 0 else { return }
        let failures = try await query.queue().filter { $0.message.folder == .failed }
        let lines = failures.suffix(Self.mostFailuresNamed).map {
            "  \($0.message.id) \($0.recipient): \($0.subject) — \($0.reply ?? "")".shownSafely(limit: 300) + "\n"
        }
        throw Failure(
            .incomplete,
            "peilwacht: \(counts.failed) mail(s) could not be delivered; see 'peilwacht queue':\n\(lines.joined())"
        )
    }
}

struct Targets: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show every target and goal as understood from the configuration.",
        subcommands: [TargetsRead.self]
    )

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws {
        try await answering {
            let configuration = try options.load()
            let report = TargetsReport(configuration.register, phrases: Phrases(configuration.language))
            printResult(json ? report.json + "\n" : report.text)
        }
    }
}

struct Alerts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show the open alerts.")

    @OptionGroup var options: GlobalOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    @Flag(help: "Show closed episodes too.")
    var all = false

    func run() async throws {
        try await answering {
            let query = try Query(options)
            guard !all else { return try await printAll(query) }
            let report = AlertsReport(
                try await query.store?.openEpisodes() ?? [],
                zone: query.watch.zone,
                phrases: query.watch.phrases
            )
            printResult(json ? report.json + "\n" : report.text)
        }
    }

    /// So many episodes are held in memory, however many there are.
    private static let page = 1000

    private func printAll(_ query: Query) async throws {
        var writer = AlertsReport.Pages(zone: query.watch.zone, phrases: query.watch.phrases, isJSON: json)
        printResult(writer.beginning)
        var mark: EpisodeMark?
        while let page = try await query.store?.episodes(after: mark, limit: Self.page), !page.episodes.isEmpty {
            printResult(writer.next(page.episodes))
            mark = page.end
        }
        printResult(writer.end)
    }
}

struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain why an indicator has the light it has: rule by rule, with the numbers."
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The id of the indicator, such as wmo-maatwerk.")
    var indicator: String

    func run() async throws {
        try await answering {
            let query = try Query(options)
            let id = IndicatorID(indicator)
            guard query.watch.register.indicators[id] != nil else {
                throw Failure(
                    .usage,
                    "peilwacht: there is no indicator '\(indicator.shownSafely())'; 'peilwacht targets' lists them"
                )
            }
            let keys = try await query.loader.allKeys().filter { $0.indicator == id }
            let document = query.watch.register.indicators[id]
                .flatMap { query.watch.register.programme($0.programme)?.source }
            let texts = try await query.assessments(of: keys).map { subject, assessment in
                ExplainReport(
                    subject,
                    assessment,
                    zone: query.watch.zone,
                    document: document,
                    phrases: query.watch.phrases
                ).text
            }
            printResult(texts.joined(separator: "\n"))
        }
    }
}

struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Show the digest as it would be sent now; sends nothing."
    )

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("Only for this recipient or subscription.", valueName: "who"))
    var to: String?

    func run() async throws {
        try await answering {
            let query = try Query(options)
            let chosen = query.watch.subscriptions.filter { to == nil || $0.id == to || $0.who.address == to }
            guard !chosen.isEmpty else {
                throw Failure(.usage, "peilwacht: nobody is subscribed as '\((to ?? "").shownSafely())'")
            }
            for subscription in chosen {
                let digest = try await query.preview(for: subscription)
                printResult(query.watch.previewText(digest))
            }
        }
    }
}
