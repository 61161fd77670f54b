package import Alerting
package import Assessment
internal import Indicators

/// Which of the open alerts are shown.
package struct AlertFilter: Hashable, Sendable {
    package var programme: String?
    /// How grave they are, as its light has it.
    package var light: Light?
    package var owner: String?
    /// A part of the title or the id, letters of either case.
    package var text: String?
    /// The place behind which the page begins; `nil` for the first one.
    package var after: PageAddress.AlertPlace?

    package init() {}

    /// The same alerts from the first one on.
    package var beginning: AlertFilter {
        var all = self
        all.after = nil
        return all
    }

    /// Whether less is asked for than every open alert.
    package var isFiltered: Bool { beginning != AlertFilter() }

    /// Whether an alert is asked for, by what may be told of it.
    ///
    /// - Parameter told: the alert as it may be told.
    /// - Returns: whether it is.
    package func selects(_ told: Episode) -> Bool {
        let (facts, id) = (told.facts, told.alert.series.indicator.description)
        return (programme == nil || facts.about.programme == programme) && (owner == nil || facts.about.owner == owner)
            && (light == nil || facts.light(isClosed: false) == light)
            && (text.map { facts.about.title.holds($0) || id.holds($0) } ?? true)
    }

    /// The fields of the query, in a fixed order.
    var query: [(name: String, value: String?)] {
        [
            ("programma", programme), ("ernst", light.map(SeriesFilter.word)), ("eigenaar", owner), ("zoek", text),
            ("na", after?.text),
        ]
    }

    /// Reads the fields of a query; `nil` where one has a value that it cannot have.
    init?(query: [String: String]) {
        programme = query["programma"].given
        owner = query["eigenaar"].given
        text = query["zoek"].given
        if let word = query["ernst"].given {
            guard let known = Self.lights.first(where: { SeriesFilter.word($0) == word }) else { return nil }
            light = known
        }
        if let place = query["na"].given {
            guard let known = PageAddress.AlertPlace(place) else { return nil }
            after = known
        }
    }

    /// The lights that an open alert can have; grey is one that may not be told.
    static let lights: [Light] = [.red, .amber, .grey]
}
