import Catalogue
import Files
import Foundation
import TestSupport
import Testing

/// One folder for each fault under `Fixtures/`, named for it, with the expected messages beside it.
@Suite struct FaultFixtureTests {
    static let names: [String] = ((try? FileReader.system.names("\(Project.tests)/Fixtures")) ?? []).filter {
        $0 != "base"
    }

    @Test(arguments: names)
    func `each faulty configuration is answered with exactly its messages`(name: String) throws {
        let found = faults { () throws(ConfigurationFaults) in
            try loadConfiguration(
                path: "peilwacht.yaml",
                root: "/",
                environment: [:],
                checks: .forTests,
                files: .fixture(name)
            )
        }
        let path = "\(Project.tests)/Fixtures/\(name)/expected.txt"
        let text = found.joined(separator: "\n") + "\n"
        guard let expected = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
            try text.write(to: URL(filePath: path), atomically: true, encoding: .utf8)
            Issue.record("there was no expected.txt; it is written now, read it")
            return
        }
        #expect(text == expected)
        #expect(!found.isEmpty)
    }

    @Test func `the base of the fixtures has no fault`() {
        let found = faults { () throws(ConfigurationFaults) in
            try loadConfiguration(
                path: "peilwacht.yaml",
                root: "/",
                environment: [:],
                checks: .forTests,
                files: .fixture("base")
            )
        }
        #expect(found.isEmpty)
    }

    @Test func `there are fixtures`() {
        #expect(Self.names.count > 90)
    }
}
