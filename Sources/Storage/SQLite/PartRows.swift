internal import Alerting
internal import Assessment
internal import GRDB
internal import Indicators

/// Finds the open episodes whose series are part of others, by way of the areas: the parts of a neighbourhood are few,
/// however many episodes are open elsewhere.
struct PartRows {
    let episodes: EpisodeRows

    /// Alerts whose parts are looked for together.
    private struct Place: Hashable {
        let rule: RuleName
        let indicator: IndicatorID
        let area: AreaCode
    }

    /// The open parts of the alerts, ordered by alert.
    func open(of wholes: [AlertKey]) throws -> [Episode] {
        let sameSeries = try openOnSameSeries(as: wholes)
        let found = try openInside(wholes)
        return (found + sameSeries).sorted { $0.alert < $1.alert }
    }

    /// The open alerts of other rules that these speak for.
    private func openOnSameSeries(as wholes: [AlertKey]) throws -> [Episode] {
        let wanted = wholes.flatMap { whole in
            whole.rule.spokenFor.map { AlertKey(rule: $0, series: whole.series) }
        }
        var state = EpisodeState()
        for series in Set(wanted.map(\.series)) { try episodes.read(series, into: &state) }
        return Set(wanted).compactMap { state.open[$0] }
    }

    private func openInside(_ wholes: [AlertKey]) throws -> [Episode] {
        let wanted = Set(wholes)
        let places = Dictionary(grouping: wanted) {
            Place(rule: $0.rule, indicator: $0.series.indicator, area: $0.series.area)
        }
        var found: [AlertKey: Episode] = [:]
        for (place, alerts) in places {
            let hasTotal = alerts.contains { $0.series.breakdown == .total }
            for part in try inside(place, hasTotal: hasTotal, wanted) + within(place, wanted) {
                found[part.alert] = part
            }
        }
        return Array(found.values)
    }

    /// The planner must not begin with the open episodes, of which there may be many more.
    private static let sources = """
        FROM series s CROSS JOIN episode e INDEXED BY episodeOpenOnce
        WHERE e.series = s.id AND e.rule = ? AND e.closedAt IS NULL AND s.indicator = ?
        """

    /// The open episodes of the area itself, of breakdowns only.
    private func inside(_ place: Place, hasTotal: Bool, _ wholes: Set<AlertKey>) throws -> [Episode] {
        // A part of a breakdown has one more pair than it.
        let least = hasTotal ? "s.breakdown <> ''" : "instr(s.breakdown, ',') > 0"
        return try parts(
            "SELECT \(EpisodeRows.columns) \(Self.sources) AND s.area = ? AND \(least)",
            [place.rule.rawValue, place.indicator.description.composed, place.area.description.composed],
            of: wholes
        )
    }

    /// The open episodes of the areas that lie within it.
    private func within(_ place: Place, _ wholes: Set<AlertKey>) throws -> [Episode] {
        try place.area.beginningsWithin.flatMap { beginning in
            try parts(
                "SELECT \(EpisodeRows.columns) \(Self.sources) AND s.area >= ? AND s.area < ?",
                [
                    place.rule.rawValue, place.indicator.description.composed, beginning, beginning + "\u{10FFFF}",
                ],
                of: wholes
            )
        }
    }

    /// Those that are parts; the facts of others are not read.
    private func parts(
        _ sql: String,
        _ arguments: StatementArguments,
        of wholes: Set<AlertKey>
    ) throws -> [Episode] {
        try episodes.db.each(sql, arguments) { row in
            try episodes.alert(row).isPart(of: wholes) ? episodes.episode(row) : nil
        }
        .compactMap(\.self)
    }
}
