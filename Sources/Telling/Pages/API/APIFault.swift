internal import Indicators

/// Why a question of a program has no answer.
package enum APIFault: Error, Hashable, Sendable {
    case noSuchAddress
    /// A parameter that this address does not have; it is refused, since leaving it out would answer something else.
    case unknownParameter(String, known: [String])
    /// A parameter with a value that it cannot have.
    case faultyValue(parameter: String, value: String)
    /// A name that the configuration does not have, and those that it has: no thing would be answered for want of any.
    case unknownName(parameter: String, value: String, known: [String])
    /// A series that is not watched.
    case noSuchSeries(String)

    /// Whether the address exists, and only what is asked of it cannot be.
    package var isAboutParameters: Bool {
        switch self {
        case .unknownParameter, .faultyValue, .unknownName: true
        case .noSuchAddress, .noSuchSeries: false
        }
    }

    /// What is the matter, in English, for whoever writes the program.
    package var words: String {
        switch self {
        case .noSuchAddress: "there is nothing at this address; /api/v1/openapi.json describes what there is"
        case .unknownParameter(let name, let known):
            "there is no parameter '\(name.shownSafely())' here; \(Self.list(known))"
        case .faultyValue(let parameter, let value):
            "'\(value.shownSafely())' cannot be a value of '\(parameter)'; /api/v1/openapi.json says what can"
        case .unknownName(let parameter, let value, let known):
            "there is no \(parameter) '\(value.shownSafely())'; there is \(NamedFew(known).words(in: Phrases(.en)))"
        case .noSuchSeries(let series): "the series '\(series.shownSafely())' is not watched"
        }
    }

    private static func list(_ known: [String]) -> String {
        known.isEmpty ? "it takes none" : "it takes \(Phrases(.en).list(known))"
    }

    /// The answer's body.
    package var json: String { APIFault.json(words) }

    /// The body of any answer that says what is the matter.
    package static func json(_ words: String) -> String {
        let object: JSONObject = ["error": .string(words)]
        return object.line + "\n"
    }
}
