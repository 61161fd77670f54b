import Catalogue
import FuzzSupport
import Indicators
import TargetTables
import TestSupport
import Testing

/// Changed copies of the tables of the documents.
@Suite struct TargetTableFuzzTests {
    private static let pieces =
        [
            "2024", "2025", "2026", "2025/2026", "Realisatie 2024", "Begroting 2026", "\n", "\n\n", "\r\n", "\t", ";",
            ",",
            "\"", "Nb", "-", "<25,3%", "≥13%", "gereed", "*", "* zie bijlage", "%", "per 1000", " ", "\u{A0}", "- ",
            ": ",
            "#", "'", "{", "[", "&a", "!x", "|", ">", "\u{2028}", "\u{85}", "\u{FEFF}", "\u{FFFD}", "e\u{301}", "٣",
            "\u{7}",
            "no", "null", "~", "\\",
        ].map { Array($0.utf8) } + [[0xFF], [0x80], [0], [0xE2]]

    private static func samples() throws -> [[UInt8]] {
        try PastedTable.all.flatMap { table in
            [try table.text(), try table.separated(by: ";"), try table.separated(by: "\t")].map { Array($0.utf8) }
        }
    }

    @Test func `are refused in words, or become a programme file that loads`() async throws {
        let samples = try Self.samples()
        await Fuzz("table", cases: 60).run { input in
            let bytes = input.mutation(of: samples, with: Self.pieces)
            guard let table = try reading(bytes, measuredUntil: input.pick([nil, Period.year(2024)])) else { return }
            let small = try table.loading()
            do throws(ConfigurationFaults) {
                _ = try small.load()
            } catch {
                throw FuzzFailure(description: "does not load: \(error.faults.map(\.description)): \(table.yaml)")
            }
        }
    }

    private func reading(_ bytes: [UInt8], measuredUntil: Period?) throws -> TargetTable? {
        do throws(TargetTableFault) {
            return try TargetTable(reading: bytes, measuredUntil: measuredUntil)
        } catch {
            let words = error.description.unicodeScalars
            try FuzzFailure.unless(!words.isEmpty, "refused without words")
            try FuzzFailure.unless(words.allSatisfy { $0.value >= 0x20 }, "raw: \(error.description)")
            return nil
        }
    }
}
