import FuzzSupport
import Indicators
import Testing

/// Changed and made-up target cells.
@Suite struct TargetNotationFuzzTests {
    private static let samples =
        (TargetNotationTests.values.map(\.cell) + TargetNotationTests.changes.map(\.cell) + ["Nb", "n.b.", "-", "–"])
        .map { Array($0.utf8) }

    private static let pieces =
        [
            "<", ">", "=", "≤", "≥", "<=", ">=", "%", "*", "**", ".", ",", "-", "+", "\u{2212}", "–", " ", "\u{A0}",
            "\t",
            "0", "9", "25,3", "1.234", "999999999999999999", "2025", "2025/2026", "2025-K1", "t.o.v.", " t.o.v. 2025",
            "ten opzichte van", "halvering", "verdubbeling", "stijging", "daling", "gelijkblijvend", "niet gestegen",
            "gereed", "Nb", "per 1000", "maanden", "٣", "½", "²", "e\u{301}", "İ", "ß", "\u{200D}", "\u{301}", "\u{0}",
            "\r\n", "\u{1F468}\u{200D}\u{1F469}", "\u{FEFF}", "\u{10FFFF}",
        ].map { Array($0.utf8) }

    @Test func `are read or refused, and what is read gives back its words`() async {
        await Fuzz("notation", cases: 1500).run { input in
            switch input.below(3) {
            case 0: try check(input.mutation(of: Self.samples, with: Self.pieces))
            case 1: try check(input.row(of: Self.pieces, upTo: 8))
            default: try check(Array(scalars(&input).utf8))
            }
        }
    }

    private func scalars(_ input: inout FuzzInput) -> String {
        var text = ""
        for _ in 0..<input.below(12) {
            let value = input.below(input.pick([0x80, 0x3000, 0x11_0000]))
            text.unicodeScalars.append(Unicode.Scalar(UInt32(value)) ?? "\u{FFFD}")
        }
        return text
    }

    private func check(_ bytes: [UInt8]) throws {
        let cell = String(decoding: bytes, as: UTF8.self)
        guard let notation = try reading(cell) else { return }
        let again = try reading(notation.description)
        try FuzzFailure.unless(cell.contains(notation.description), "'\(cell)' gives '\(notation.description)'")
        try FuzzFailure.unless(
            again == notation,
            "'\(cell)' is read otherwise the second time: \(String(describing: again))"
        )
    }

    private func reading(_ cell: String) throws -> TargetNotation? {
        do throws(TargetNotationError) {
            return try TargetNotation(cell)
        } catch {
            try FuzzFailure.unless(!error.description.isEmpty, "refused without words")
            return nil
        }
    }
}
