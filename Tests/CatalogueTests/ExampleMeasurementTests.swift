import Catalogue
import Files
import Indicators
import TestSupport
import Testing

/// The example measurements against the measured cells that the document shows.
@Suite struct ExampleMeasurementTests {
    @Test func `the example files hold every measured cell once, derived ones apart`() throws {
        let configuration = try ShippedConfigurationTests.load("peilwacht.yaml")
        var found: [String] = []
        for name in try FileReader.system.names("\(Project.root)/config/examples") where !name.contains("mijlpalen") {
            let lines = try Project.text("config/examples/\(name)").split(separator: "\n").map(String.init)
            #expect(lines.first == "indicator;periode;waarde;eenheid;bron")
            found += try lines.dropFirst().map { line in
                let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
                try #require(fields.count == 5)
                let indicator = try #require(configuration.register.indicators[IndicatorID(fields[0])])
                #expect(fields[3] == indicator.unit.symbol)
                return "\(fields[0]) \(fields[1]) \(fields[2])"
            }
        }
        let expected = configuration.transcript.documented.flatMap { id, cells -> [String] in
            // Realised amounts are by month, and the document has the year only.
            guard let indicator = configuration.register.indicators[id], indicator.derivation == nil,
                indicator.budget == nil
            else { return [] }
            return cells.map { "\(id) \($0.period) \($0.text.replacing("%", with: ""))" }
        }
        #expect(found.sorted() == expected.sorted())
        #expect(found.count == 49)
    }
}
