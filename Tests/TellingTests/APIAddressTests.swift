import Assessment
import Foundation
import Indicators
import Telling
import TestSupport
import Testing

@Suite("What programs may ask")
struct APIAddressTests {
    private static var filter: SeriesFilter {
        var filter = SeriesFilter()
        filter.programme = "dronten-2026"
        filter.package = "A&B"
        filter.light = .amber
        filter.owner = "Hans Wijnants & co"
        filter.layer = .effect
        filter.text = "Wmo +"
        return filter
    }

    private static let series = SeriesKey(
        indicator: "wmo-maatwerk",
        area: "GM0303",
        breakdown: Breakdown(pairs: ["leeftijd": "65+", "geslacht": "vrouw"])
    )

    @Test(
        "is read as it is written",
        arguments: [
            PageAddress.APIQuestion.description, .status(.all), .status(filter), .status(filter, after: series),
            .targets,
            .alerts(), .alerts(isAll: true), .alerts(after: .init(openedAt: 1_801_000_000_000, number: 12)),
            .observations(series), .observations(SeriesKey(indicator: "a/b", area: "GM0303")), .ledger(),
            .ledger(to: "a@b.example", about: "target:wmo/GM0303#1", after: 7),
        ],
        APIForm.allCases
    )
    func roundTrip(question: PageAddress.APIQuestion, form: APIForm) throws {
        guard question != .description || form == .json else { return }
        let sides = PageAddress.api(question, as: form).path.split(separator: "?", maxSplits: 1)
        let path = sides[0].split(separator: "/").map { String($0).removingPercentEncoding ?? "" }
        let fields = (sides.count == 2 ? sides[1] : "").split(separator: "&").map { field in
            let parts = field.split(separator: "=", maxSplits: 1).map { String($0).removingPercentEncoding ?? "" }
            return (parts[0], parts[1])
        }
        let read = try PageAddress.APIQuestion.read(path.dropFirst(2), Dictionary(uniqueKeysWithValues: fields))
        #expect(read.question == question)
        #expect(read.form == form)
    }

    @Test(
        "is refused with the parameter that is the matter",
        arguments: [
            (
                ["status"], ["ligth": "red"],
                APIFault.unknownParameter(
                    "ligth",
                    known: ["programme", "package", "light", "owner", "layer", "text", "after", "format"]
                )
            ),
            (["openapi.json"], ["x": ""], .unknownParameter("x", known: [])),
            (["status"], ["light": "rood"], .faultyValue(parameter: "light", value: "rood")),
            (["alerts"], ["all": "ja"], .faultyValue(parameter: "all", value: "ja")),
            (["ledger"], ["after": "-1"], .faultyValue(parameter: "after", value: "-1")),
            (["status", "x"], [:], .noSuchAddress), (["observations", "wmo"], [:], .noSuchAddress),
            ([], [:], .noSuchAddress),
        ]
    )
    func faults(path: [String], query: [String: String], fault: APIFault) {
        #expect(throws: fault) { try PageAddress.APIQuestion.read(path[...], query) }
    }

    @Test("is not echoed as it was written")
    func safeWords() {
        let fault = APIFault.faultyValue(
            parameter: "light",
            value: "\u{1B}[31m\u{202E}" + String(repeating: "x", count: 9000)
        )
        #expect(!fault.words.unicodeScalars.contains { $0.value < 32 || $0 == "\u{202E}" })
        #expect(fault.words.count < 400)
    }

    @Test("is described in the committed file as in the program")
    func committed() throws {
        #expect(try Project.text("docs/openapi.json") == OpenAPIDescription(rules: .standard).json)
    }

    @Test("is described in valid OpenAPI, where a validator is installed")
    func valid() throws {
        let script = """
            def answer(data):
                try:
                    from openapi_spec_validator import OpenAPIV31SpecValidator
                except ImportError:
                    return ['absent']
                return [error.message for error in OpenAPIV31SpecValidator(json.loads(data)).iter_errors()]
            """
        let document = Array(OpenAPIDescription(rules: .standard).json.utf8)
        let faults = try #require(try Python.ask(script, [document], as: [String].self).first)
        guard faults != ["absent"] else { return print("skipped: openapi-spec-validator is not installed") }
        #expect(faults == [])
    }
}
