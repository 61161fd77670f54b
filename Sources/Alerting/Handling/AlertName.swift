internal import Indicators

/// What somebody calls an open alert: `target:wmo-maatwerk/GM0303`, with `#1` or without, or its indicator alone.
package struct AlertName: Hashable, Sendable {
    private let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// The one open episode that is meant.
    package func episode(among open: [Episode]) throws(HandlingRefusal) -> Episode {
        if let named = open.first(where: { $0.id == text || $0.alert.description == text }) { return named }
        let ofIndicator = open.filter { episode in
            let series = episode.alert.series
            return series.indicator.description == text || series.description == text
        }
        if ofIndicator.count == 1 { return ofIndicator[0] }
        guard ofIndicator.isEmpty else {
            throw .ambiguous(text, ofIndicator.map(\.alert.description).sorted())
        }
        throw .noSuchAlert(text, nearest: NearestName.like(text, among: open.map(\.alert.description)))
    }

    /// The alert without the number of its episode: `target:wmo-maatwerk/GM0303`.
    package var alert: Substring { text.prefix { $0 != "#" } }
}
