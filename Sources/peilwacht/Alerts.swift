import Alerting
import ArgumentParser
import Daemon
import Storage
import Telling

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
            let standing = try await query.standing(asked: options.at)
            guard !all || standing == .past else { return try await printAll(query) }
            let report = AlertsReport(
                try await episodes(query, standing),
                zone: query.active.zone,
                phrases: query.active.phrases
            )
            printResult(json ? report.json + "\n" : report.text)
        }
    }

    private func episodes(_ query: Query, _ standing: Query.Standing) async throws -> [Episode] {
        switch standing {
        case .now: return try await query.store?.openEpisodes() ?? []
        case .past:
            let then = try await query.store?.episodes(asOf: query.clock.now()) ?? []
            return all
                ? then.sorted { ($1.openedAt, $0.alert) < ($0.openedAt, $1.alert) } : then.filter { $0.closedAt == nil }
        }
    }

    /// So many episodes are held in memory, however many there are.
    private static let page = 1000

    private func printAll(_ query: Query) async throws {
        var writer = AlertsReport.Pages(zone: query.active.zone, phrases: query.active.phrases, isJSON: json)
        printResult(writer.beginning)
        var mark: EpisodeMark?
        while let page = try await query.store?.episodes(after: mark, limit: Self.page), !page.episodes.isEmpty {
            printResult(writer.next(page.episodes))
            mark = page.end
        }
        printResult(writer.end)
    }
}
