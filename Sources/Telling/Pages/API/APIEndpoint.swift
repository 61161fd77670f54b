internal import Assessment
internal import Indicators

/// What there is below `/api/v1`: reader, description and tests go by this one list.
package enum APIEndpoint: String, Hashable, Sendable, CaseIterable {
    case description = "openapi.json"
    case status
    case targets
    case alerts
    case observations
    case ledger

    /// The endpoint at the parts of a path behind `/api/v1`; `nil` where there is nothing.
    init?(at path: [String]) {
        guard let first = path.first, let endpoint = Self(rawValue: first),
            path.count == 1 + endpoint.parameters.count(where: { $0.place == .path })
        else { return nil }
        self = endpoint
    }

    /// A part of the path, or a field of the query.
    struct Parameter: Hashable, Sendable {
        enum Place: String, Hashable, Sendable {
            case path
            case query
        }

        let name: String
        var place = Place.query
        var shape = APIShape.text
        let meaning: String
    }

    var parameters: [Parameter] {
        switch self {
        case .description: []
        case .status:
            Self.filters + [Self.mark("The last series of the page before: indicator/area/breakdown."), Self.format]
        case .targets: [Self.format]
        case .alerts:
            [
                Parameter(name: "all", shape: .flag, meaning: "Whether ended alerts are asked for as well."),
                Self.mark("The place behind which the page begins, as a link of the page before has it."), Self.format,
            ]
        case .observations:
            [
                Parameter(name: "indicator", place: .path, meaning: "The id of the indicator."),
                Parameter(name: "area", place: .path, meaning: "The code of the area, such as GM0303."),
                Parameter(name: "breakdown", meaning: "Such as leeftijd=65+; everybody where it is not given."),
                Self.format,
            ]
        case .ledger:
            [
                Parameter(name: "to", meaning: "The address that a mail was for, or the id of its subscription."),
                Parameter(name: "alert", meaning: "An alert, or one of its episodes, that a mail told of."),
                Parameter(
                    name: "after",
                    shape: .whole,
                    meaning: "The id of the last mail that is known: what came later follows."
                ), Self.format,
            ]
        }
    }

    private static let filters = [
        Parameter(name: "programme", meaning: "The id of a programme."),
        Parameter(name: "package", meaning: "The id of a package."),
        Parameter(name: "light", shape: .word(Light.allCases.map(\.rawValue)), meaning: "One light."),
        Parameter(name: "owner", meaning: "Who owns the indicator, as the configuration names them."),
        Parameter(name: "layer", shape: .word(IndicatorLayer.allCases.map(\.rawValue)), meaning: "One layer."),
        Parameter(name: "text", meaning: "A part of the title or the id of the indicator."),
    ]

    private static let format = Parameter(
        name: "format",
        shape: .word(APIForm.allCases.map(\.rawValue)),
        meaning: "json unless it is given; csv is a table for a spreadsheet."
    )

    private static func mark(_ meaning: String) -> Parameter { Parameter(name: "after", meaning: meaning) }

    /// What it gives, in a sentence.
    var summary: String {
        switch self {
        case .description: "This description."
        case .status: "Every series: its value, target, light and reasons, judged now."
        case .targets: "Every target and goal as understood from the configuration."
        case .alerts: "The open alerts, or all, the latest opened first."
        case .observations: "The values of one series that hold, by period."
        case .ledger:
            "Who was told what and when, on which figures and targets, and what the relay answered; oldest first."
        }
    }

    /// The shape of each thing in its answer; `nil` where that is no list of things.
    var item: APIShape.Name? {
        switch self {
        case .description: nil
        case .status: .series
        case .targets: .target
        case .alerts: .alert
        case .observations: .observation
        case .ledger: .mail
        }
    }

    /// The most things in one answer: the header `Link` leads to the next ones; `nil` where all come at once.
    package var pageSize: Int? {
        switch self {
        case .description, .targets, .observations: nil
        case .status, .alerts: 500
        case .ledger: 100
        }
    }

    /// The path as the description writes it.
    var path: String {
        "/api/v1/\(rawValue)" + parameters.filter { $0.place == .path }.map { "/{\($0.name)}" }.joined()
    }
}
