import Catalogue
import Files
import FuzzSupport
import TestSupport
import Testing

/// Changed configurations and programme files.
@Suite struct YAMLFuzzTests {
    private static let pieces =
        [
            "\n", "\r\n", "  ", "    ", "\t", "- ", ": ", ":", "?", "{", "}", "[", "]", ",", "'", "\"", "|\n", ">\n",
            "#",
            "&a ", "*a", "!!str ", "!x ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "~", "null", "yes", "0x10", "1e999",
            "99999999999999999999", "-1", "2026", "2026: \"<3%\"", "targets: {2025: Nb}", "due: 180 days",
            "cadence: month",
            "unit: per 1000", "derived:", "indicators:", "goals:", "packages:", "better: lower", "\u{FEFF}", "\u{85}",
            "\u{2028}", "\u{7}", "\u{FFFD}", "é", "\\u0000", "{{{{{{{{", "[[[[[[[[", "- - - - - - ",
        ].map { Array($0.utf8) } + [[0xFF], [0], [0xC3], [0xED, 0xA0, 0x80]]

    /// The files of one name in the fixtures, as far as they are not long.
    private static func samples(_ name: String) throws -> [[UInt8]] {
        let folder = "\(Project.tests)/Fixtures"
        let all = try FileReader.system.names(folder).compactMap { fixture in
            try? FileReader.system.contents("\(folder)/\(fixture)/\(name)", 20_000)
        }
        try #require(all.count > 3)
        // Most fixtures have a fault: as many without, or hardly any case would come to its end.
        let whole = try Project.bytes("Tests/CatalogueTests/Fixtures/base/\(name)")
        return all + Array(repeating: whole, count: all.count)
    }

    @Test func `are a configuration, or give faults in words`() async throws {
        let configurations = try Self.samples("peilwacht.yaml")
        let programmes = try Self.samples("programme.yaml")
        let base = try SmallConfiguration()
        await Fuzz("yaml", cases: 60).run { input in
            var files = [
                "/etc/peilwacht/peilwacht.yaml": Array(base.configuration.utf8),
                "/etc/peilwacht/programme.yaml": Array(base.programme.utf8),
            ]
            if input.below(4) == 0 {
                files["/etc/peilwacht/peilwacht.yaml"] = input.mutation(of: configurations, with: Self.pieces)
            } else {
                files["/etc/peilwacht/programme.yaml"] = input.mutation(of: programmes, with: Self.pieces)
            }
            try check(files)
        }
    }

    private func check(_ files: [String: [UInt8]]) throws {
        do throws(ConfigurationFaults) {
            _ = try loadConfiguration(
                path: "peilwacht.yaml",
                root: "/srv",
                environment: [:],
                checks: .forTests,
                files: .memory(files)
            )
        } catch {
            try FuzzFailure.unless(!error.faults.isEmpty, "refused without a fault")
            for fault in error.faults {
                let words = fault.description.unicodeScalars
                try FuzzFailure.unless(words.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "raw: \(fault)")
            }
        }
    }
}
