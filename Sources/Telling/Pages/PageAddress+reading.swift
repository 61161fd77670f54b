internal import Assessment
internal import Indicators

extension PageAddress {
    /// Reads an address; `nil` where there is nothing.
    ///
    /// - Parameters:
    ///   - path: the parts of the path, decoded.
    ///   - query: the fields of the query, decoded.
    package init?(path: [String], query: [String: String] = [:]) {
        if let table = query["tabel"].given, path.first != "api" {
            self.init(table: table, path, query)
            return
        }
        switch path.first {
        case nil: self = .overview
        case "meldingen" where path.count == 1:
            guard let filter = AlertFilter(query: query) else { return nil }
            self = .alerts(filter)
        case "programma": self.init(programme: path.dropFirst(), query)
        case "leveringen": self.init(deliveries: path.dropFirst(), query)
        case "verzonden" where path.count == 1:
            guard let before = Mark(query["voor"]), let after = Mark(query["na"]) else { return nil }
            let (recipient, alert) = (query["aan"].given, query["melding"].given)
            self = .ledger(to: recipient, about: alert, before: before.id, after: after.id)
        case "melding" where path.count == 3:
            guard let form = HandlingForm(rawValue: path[2]) else { return nil }
            self = .handling(form, episode: path[1])
        case Self.takeUpRoot where path.count == 2 && query.isEmpty: self = .takeUp(path[1])
        case "stijl.css" where path.count == 1: self = .stylesheet
        case "favicon.ico" where path.count == 1: self = .icon
        case "healthz" where path.count == 1: self = .health
        case "metrics" where path.count == 1: self = .metrics
        case "api" where path.dropFirst().first == "v1":
            guard let asked = try? APIQuestion.read(path.dropFirst(2), query) else { return nil }
            self = .api(asked.question, as: asked.form)
        default: return nil
        }
    }

    private init?(table: String, _ path: [String], _ query: [String: String]) {
        guard query["formaat"] == "csv",
            let page = PageAddress(path: path, query: query.filter { !["tabel", "formaat"].contains($0.key) })
        else { return nil }
        self = .table(table, of: page)
    }

    private init?(programme path: ArraySlice<String>, _ query: [String: String]) {
        let parts = Array(path)
        switch parts.count {
        case 1:
            guard let filter = SeriesFilter(query: query) else { return nil }
            self = .programme(parts[0], filter)
        case 2 where parts[1] == "rapportage":
            guard let report = ReportAddress(query: query) else { return nil }
            self = .report(programme: parts[0], report)
        case 3 where parts[1] == "indicator":
            let area = query["gebied"].given
            let breakdown = query["uitsplitsing"].given
            guard breakdown == nil || breakdown.flatMap({ Breakdown($0) }) != nil else { return nil }
            self = .indicator(
                programme: parts[0],
                IndicatorID(parts[2]),
                area: area.map { AreaCode($0) },
                breakdown: breakdown.flatMap { Breakdown($0) }
            )
        case 4 where parts[1] == "indicator" && parts[3] == "reeksen":
            let mark = query["na"].given
            guard mark == nil || mark.flatMap(SeriesKey.init(written:)) != nil else { return nil }
            self = .series(
                programme: parts[0],
                IndicatorID(parts[2]),
                after: mark.flatMap(SeriesKey.init(written:))
            )
        default: return nil
        }
    }

    private init?(deliveries path: ArraySlice<String>, _ query: [String: String]) {
        guard path.count <= 1, let before = Mark(query["voor"]) else { return nil }
        guard let part = path.first else {
            self = .deliveries(before: before.id)
            return
        }
        guard let id = Int(digits: part) else { return nil }
        self = .delivery(id)
    }

    /// Where a page begins; that none is given is one as well.
    fileprivate struct Mark {
        let id: Int?

        init?(_ text: String?) {
            guard let text = text.given else {
                id = nil
                return
            }
            guard let number = Int(digits: text) else { return nil }
            id = number
        }
    }
}

extension SeriesKey {
    /// Reads a series as ``description`` writes it; `nil` for anything else.
    init?(written text: String) {
        let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, let breakdown = Breakdown(parts.count == 3 ? parts[2] : "") else { return nil }
        self.init(indicator: IndicatorID(parts[0]), area: AreaCode(parts[1]), breakdown: breakdown)
    }
}
