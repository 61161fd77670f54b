import Feeds
import Testing

/// The same numbers in every run (Knuth's MMIX generator).
private struct Numbers {
    private var state: UInt64 = 20_260_401

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
}

@Suite("Random bytes")
struct RandomBytesTests {
    private static let pieces: [[UInt8]] =
        [
            "\"", "\"\"", ";", ",", "\t", "\n", "\r", "\r\n", "2024", "2024*", "saldo", "wmo-maatwerk", "GM0303",
            "1.234", "25,3",
            "0.5", "-", "%", "*", "<5", "é", "\u{A0}", "\u{202F}", "\u{2212}", "a=1", "Nb", "gereed", "99999", "-99997",
            " ",
            "sep=;", "\u{FFFD}", "e\u{301}", "energieloket", "2026-03-31", "31-3-2026", "op schema",
        ].map(bytes) + [[0xFF], [0x80], [0x81], [0xE2], [0xC2], [0], [0x1B]]

    private enum Result: Equatable {
        case rows([RowOutcome])
        case refused(FileFault)
    }

    private func result(_ file: [UInt8], chunkSize: Int) throws -> Result {
        do {
            return .rows(try outcomes(file, chunkSize: chunkSize))
        } catch let fault as FileFault {
            return .refused(fault)
        }
    }

    @Test(
        "are read or refused, in the same way whatever the chunks",
        arguments: ["", "indicator;periode;waarde;gebied\n", "mijlpaal;peildatum;status;verwacht\n"]
    )
    func anything(_ start: String) throws {
        var numbers = Numbers()
        for _ in 0..<250 {
            var file = bytes(start)
            for _ in 0..<numbers.below(40) { file += Self.pieces[numbers.below(Self.pieces.count)] }
            let whole = try result(file, chunkSize: 4096)
            for chunkSize in [1, 3] where try result(file, chunkSize: chunkSize) != whole {
                Issue.record("differs in chunks of \(chunkSize): \(file)")
            }
            if case .refused(let fault) = whole { #expect(!fault.faults.isEmpty) }
        }
    }

    @Test("of every kind can be shown as printable text")
    func printable() {
        var numbers = Numbers()
        for _ in 0..<500 {
            let name = (0..<numbers.below(60)).map { _ in UInt8(numbers.below(256)) }
            let shown = FileName(bytes: name).printable
            #expect(shown.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
            #expect(FileName(bytes: name).receiptName(sha256: nil).bytes.count <= 250)
        }
    }
}
