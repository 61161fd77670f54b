internal import Assessment
internal import Indicators

extension PageAddress.APIQuestion {
    /// The address, with the fields of the query in a fixed order.
    func path(as form: APIForm) -> String {
        let format = ("format", form == .json ? nil : form.rawValue)
        return PageAddress.path(["api", "v1"] + parts, query + [format])
    }

    private var parts: [String] {
        switch self {
        case .observations(let series): [endpoint.rawValue, series.indicator.description, series.area.description]
        case .description, .status, .targets, .alerts, .ledger: [endpoint.rawValue]
        }
    }

    private var query: [(name: String, value: String?)] {
        switch self {
        case .description, .targets: []
        case .status(let filter, let mark): filter.englishQuery + [("after", mark?.description)]
        case .alerts(let isAll, let place): [("all", isAll ? "true" : nil), ("after", place?.text)]
        case .observations(let series): [("breakdown", series.breakdown == .total ? nil : series.breakdown.description)]
        case .ledger(let recipient, let alert, let mark):
            [("to", recipient), ("alert", alert), ("after", mark.map(String.init))]
        }
    }
}

extension SeriesFilter {
    fileprivate var englishQuery: [(name: String, value: String?)] {
        [
            ("programme", programme), ("package", package), ("light", light?.rawValue), ("owner", owner),
            ("layer", layer?.rawValue), ("text", text),
        ]
    }
}
