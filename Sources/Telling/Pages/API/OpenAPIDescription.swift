package import Assessment
internal import Indicators

/// What programs can ask, as OpenAPI 3.1 describes it; made of the list that the reader goes by.
package struct OpenAPIDescription: Sendable {
    private let rules: RuleRegistry

    /// A description.
    ///
    /// - Parameter rules: the rules that have keys of their own in the status of a series.
    package init(rules: RuleRegistry) {
        self.rules = rules
    }

    /// The document, on several lines.
    package var json: String { JSONValue.object(document).pretty }

    private var document: JSONObject {
        [
            "openapi": .string("3.1.0"),
            "info": [
                "title": .string("Peilwacht"), "version": .string("1"),
                "description": .string(
                    "What is watched, how it stands and who was told. Keys are added, never changed."
                ),
            ],
            "paths": .object(Self.object(APIEndpoint.allCases.map { ($0.path, ["get": .object(Self.get($0))]) })),
            "components": [
                "schemas": .object(
                    Self.object(APIShape.Name.allCases.map { ($0.rawValue, .object($0.shape(rules).schema)) })
                ),
                "responses": [
                    "Refused": Self.fault("A parameter is not known here, or cannot have its value."),
                    "Missing": Self.fault("There is nothing at this address, or the series is not watched."),
                    "Unavailable": Self.fault("The store cannot be read now; ask again later."),
                ],
            ],
        ]
    }

    private static func object(_ members: [(String, JSONValue)]) -> JSONObject {
        members.reduce(into: JSONObject()) { $0.add($1.0, $1.1) }
    }

    private static func get(_ endpoint: APIEndpoint) -> JSONObject {
        let name = endpoint == .description ? "description" : endpoint.rawValue
        var operation: JSONObject = ["operationId": .string(name), "summary": .string(endpoint.summary)]
        operation.add("parameters", .array(endpoint.parameters.map { .object(parameter($0)) }))
        var responses: JSONObject = ["200": .object(answer(endpoint))]
        for (status, name) in [("400", "Refused"), ("404", "Missing"), ("503", "Unavailable")] {
            responses.add(status, ["$ref": .string("#/components/responses/\(name)")])
        }
        operation.add("responses", .object(responses))
        return operation
    }

    private static func parameter(_ parameter: APIEndpoint.Parameter) -> JSONObject {
        [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
            "required": .bool(parameter.place == .path), "description": .string(parameter.meaning),
            "schema": .object(parameter.shape.schema),
        ]
    }

    private static func answer(_ endpoint: APIEndpoint) -> JSONObject {
        guard let item = endpoint.item else {
            return content("OpenAPI 3.1.", ["application/json": ["schema": ["type": .string("object")]]])
        }
        let schema = APIShape.list(.named(item)).schema
        var answer = content(
            "A list; empty where there is nothing.",
            ["application/json": ["schema": .object(schema)], "text/csv": ["schema": ["type": .string("string")]]]
        )
        if endpoint.pageSize != nil {
            let link = "The address of the next page, with rel=\"next\" (RFC 8288); absent on the last one."
            answer.add(
                "headers",
                ["Link": ["description": .string(link), "schema": ["type": .string("string")]]]
            )
        }
        return answer
    }

    private static func content(_ words: String, _ content: JSONValue) -> JSONObject {
        ["description": .string(words), "content": content]
    }

    private static func fault(_ words: String) -> JSONValue {
        let schema = APIShape.named(.fault).schema
        return .object(content(words, ["application/json": ["schema": .object(schema)]]))
    }
}
