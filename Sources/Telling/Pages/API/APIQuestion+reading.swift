internal import Assessment
internal import Indicators

extension PageAddress.APIQuestion {
    /// Reads what a program asks.
    ///
    /// - Parameters:
    ///   - path: the parts of the path behind `/api/v1`, decoded.
    ///   - query: the fields of the query, decoded.
    /// - Returns: the question, and how its answer is to be written.
    /// - Throws: ``APIFault`` where there is nothing there, or a parameter is not one of it.
    package static func read(
        _ path: ArraySlice<String>,
        _ query: [String: String]
    ) throws(APIFault) -> (question: Self, form: APIForm) {
        guard let endpoint = APIEndpoint(at: Array(path)) else { throw .noSuchAddress }
        let known = endpoint.parameters.filter { $0.place == .query }.map(\.name)
        if let other = query.keys.sorted().first(where: { !known.contains($0) }) {
            throw .unknownParameter(other, known: known)
        }
        let fields = Fields(query)
        let question = try question(of: endpoint, Array(path.dropFirst()), fields)
        return (question, try fields.value("format") { APIForm(rawValue: $0) } ?? .json)
    }

    private static func question(
        of endpoint: APIEndpoint,
        _ parts: [String],
        _ fields: Fields
    ) throws(APIFault) -> Self {
        switch endpoint {
        case .description: .description
        case .status:
            .status(try SeriesFilter(fields), after: try fields.value("after", SeriesKey.init(written:)))
        case .targets: .targets
        case .alerts:
            .alerts(
                isAll: try fields.value("all") { $0 == "true" ? true : $0 == "false" ? false : nil } ?? false,
                after: try fields.value("after", PageAddress.AlertPlace.init)
            )
        case .observations:
            .observations(
                SeriesKey(
                    indicator: IndicatorID(parts[0]),
                    area: AreaCode(parts[1]),
                    breakdown: try fields.value("breakdown") { Breakdown($0) } ?? .total
                )
            )
        case .ledger:
            .ledger(
                to: fields.text("to"),
                about: fields.text("alert"),
                after: try fields.value("after") { Int(digits: $0) }
            )
        }
    }
}

/// The fields of a query; one that is left empty is not given.
private struct Fields {
    private let query: [String: String]

    init(_ query: [String: String]) { self.query = query }

    func text(_ name: String) -> String? { query[name].given }

    func value<Value>(_ name: String, _ read: (String) -> Value?) throws(APIFault) -> Value? {
        guard let text = text(name) else { return nil }
        guard let value = read(text) else { throw .faultyValue(parameter: name, value: text) }
        return value
    }
}

extension SeriesFilter {
    fileprivate init(_ fields: Fields) throws(APIFault) {
        self.init()
        programme = fields.text("programme")
        self.package = fields.text("package")
        light = try fields.value("light") { Light(rawValue: $0) }
        owner = fields.text("owner")
        layer = try fields.value("layer") { IndicatorLayer(rawValue: $0) }
        text = fields.text("text")
    }
}
