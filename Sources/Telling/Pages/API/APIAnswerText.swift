package import Assessment
package import Indicators

/// Writes the things of one answer down.
package struct APIAnswerText: Sendable {
    private let endpoint: APIEndpoint
    private let form: APIForm
    private let rules: RuleRegistry
    private let language: Language

    /// What writes the answers of an endpoint.
    ///
    /// - Parameters:
    ///   - endpoint: the endpoint.
    ///   - form: how it is written.
    ///   - rules: the rules that have keys of their own.
    ///   - language: of the separator and the decimal sign of a table.
    package init(_ endpoint: APIEndpoint, as form: APIForm, rules: RuleRegistry, language: Language) {
        self.endpoint = endpoint
        self.form = form
        self.rules = rules
        self.language = language
    }

    /// The objects as one text.
    package func text(_ objects: [JSONObject]) -> String {
        switch form {
        case .json: JSONValue.array(objects.map(JSONValue.object)).line + "\n"
        case .csv: APITable(columns, language: language).text(objects)
        }
    }

    private var columns: [APIShape.Member] {
        guard case .object(let members)? = endpoint.item?.shape(rules) else { return [] }
        return members
    }
}
