internal import Assessment
internal import Indicators

extension PageAddress {
    /// The address within the page's own: `/programma/dronten-2026/indicator/wmo-maatwerk?gebied=GM0303`.
    package var path: String {
        switch self {
        case .overview: "/"
        case .alerts(let filter): Self.path(["meldingen"], filter.query)
        case .programme(let id, let filter): Self.path(["programma", id], filter.query)
        case .indicator(let programme, let id, let area, let breakdown):
            Self.path(
                ["programma", programme, "indicator", id.description],
                [("gebied", area?.description), ("uitsplitsing", breakdown?.description)]
            )
        case .series(let programme, let id, let mark):
            Self.path(
                ["programma", programme, "indicator", id.description, "reeksen"],
                [("na", mark?.description)]
            )
        case .deliveries(let before): Self.path(["leveringen"], [("voor", before.map(String.init))])
        case .delivery(let id): Self.path(["leveringen", "\(id)"])
        case .ledger(let recipient, let alert, let before, let after):
            Self.path(
                ["verzonden"],
                [
                    ("aan", recipient), ("melding", alert), ("voor", before.map(String.init)),
                    ("na", after.map(String.init)),
                ]
            )
        case .report(let programme, let report): Self.path(["programma", programme, "rapportage"], report.query)
        case .handling(let form, let episode): Self.path(["melding", episode, form.rawValue])
        case .takeUp(let token): Self.path([Self.takeUpRoot, token])
        case .table(let table, let page): Self.path(of: table, on: page.path)
        case .stylesheet: "/stijl.css"
        case .icon: "/favicon.ico"
        case .health: "/healthz"
        case .metrics: "/metrics"
        case .api(let question, let form): question.path(as: form)
        }
    }

    private static func path(of table: String, on page: String) -> String {
        "\(page)\(page.contains("?") ? "&" : "?")tabel=\(table.percentEncoded())&formaat=csv"
    }

    /// The same without what is asked of it: the place in the main menu.
    var place: PageAddress {
        switch self {
        case .alerts: .alerts()
        case .deliveries, .delivery: .deliveries()
        case .ledger: .ledger()
        case .overview, .programme, .indicator, .series, .report, .handling, .takeUp, .table, .stylesheet, .icon,
            .health, .metrics, .api:
            self
        }
    }

    /// A path of parts and the fields of a query that have a value, each written so that it can hold anything.
    static func path(_ parts: [String], _ query: [(name: String, value: String?)] = []) -> String {
        let fields = query.compactMap { field in
            field.value.map { "\(field.name)=\($0.percentEncoded())" }
        }
        let path = parts.map { "/" + $0.percentEncoded() }.joined()
        return fields.isEmpty ? path : "\(path)?\(fields.joined(separator: "&"))"
    }
}

extension SeriesFilter {
    /// The fields of the query, in a fixed order.
    var query: [(name: String, value: String?)] {
        [
            ("pakket", package), ("licht", light.map(Self.word)), ("eigenaar", owner), ("laag", layer?.dutch),
            ("zoek", text), ("bladzijde", page == 1 ? nil : "\(page)"),
        ]
    }

    /// Reads the fields of a query; `nil` where one has a value that it cannot have.
    init?(query: [String: String]) {
        self.init()
        package = query["pakket"].given
        owner = query["eigenaar"].given
        text = query["zoek"].given
        if let word = query["licht"].given {
            guard let known = Light.allCases.first(where: { Self.word($0) == word }) else { return nil }
            light = known
        }
        if let word = query["laag"].given {
            guard let known = IndicatorLayer.allCases.first(where: { $0.dutch == word }) else { return nil }
            layer = known
        }
        if let number = query["bladzijde"].given {
            guard let known = Int(digits: number), known > 0 else { return nil }
            page = known
        }
    }

    /// A light in an address.
    static func word(_ light: Light) -> String { Phrases(.nl).light(light).lowercased() }
}

extension String? {
    /// A field that is left empty in a form is not given.
    var given: String? { flatMap { $0.isEmpty ? nil : $0 } }
}
