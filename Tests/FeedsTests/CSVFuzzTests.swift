import Feeds
import FuzzSupport
import Indicators
import Testing

/// Changed measurement files, plain ones and those with milestones.
@Suite struct CSVFuzzTests {
    private static let samples = [
        """
        indicator;periode;waarde;gebied;uitsplitsing;eenheid;status;ondergrens;bovengrens;n;bron;peildatum;toelichting
        wmo-maatwerk;2024;110,5;GM0303;groep=65+;per 1000;voorlopig;108,1;112,9;1200;CBS;2026-03-31;"Met ""nadruk"";
        en een tweede regel"
        moeite-rondkomen;2023;25,3%;;;;;;;;;;
        inburgering;2024-K2;<5;GM0171;;%;definitief;;;;;;
        vrijwilligers;2024/2025;Nb;NL01;;;;;;;;;

        """,
        "indicator,periode,waarde\nsaldo,2024,\"-1.234.567\"\nsaldo,2025,1.5\n",
        "indicator\tperiode\twaarde\r\nwachttijd\t2024\t6\r\nwachttijd\t2025\t-\r\n",
        """
        mijlpaal;peildatum;status;verwacht;toelichting
        energieloket;2026-06-30;op schema;2026-12-31;Concept ligt bij de raad
        inloophuis;31-3-2026;gereed;;
        energieloket;2026-09-30;vertraagd;2027-03-31;"Later; zie brief"

        """,
        "sep=;\nmijlpaal;peildatum;status\ninloophuis;2026-01-01;gestopt\n",
    ].map(bytes)

    /// Whole files, and rows behind a header that the changes leave alone.
    private static let kinds: [(start: [UInt8], samples: [[UInt8]])] =
        [([], samples)]
        + [samples[0], samples[1], samples[3]].map { file in
            let end = file.prefix { $0 != 0x0A }.count + 1
            return (Array(file[..<end]), [Array(file[end...])])
        }

    private static let pieces =
        [
            "\"", "\"\"", ";", ",", "\t", "\n", "\r", "\r\n", "2024", "2024*", "saldo", "wmo-maatwerk", "GM0303",
            "1.234",
            "25,3", "0.5", "-", "%", "*", "<5", "é", "\u{A0}", "\u{202F}", "\u{2212}", "a=1", "Nb", "gereed", "99999",
            "-99997", " ", "sep=;", "\u{FFFD}", "e\u{301}", "energieloket", "2026-03-31", "31-3-2026", "op schema",
            "99999999999999999999", "1E5", "#N/B", "=1+1", "\u{FEFF}", "x\n", "qq;2024;1\n",
        ].map(bytes) + [[0xFF], [0x80], [0x81], [0xE2], [0xC2], [0], [0x1B], [0xFF, 0xFE], [0x50, 0x4B, 3, 4]]

    private static let profiles = [
        nil, nil, profile(encoding: .windows1252), profile(encoding: .utf8), profile(separator: .comma),
        profile(decimalSign: .point),
    ]

    @Test func `are read or refused, whatever stands in them`() async {
        await Fuzz("csv", cases: 150).run { input in
            let kind = input.pick(Self.kinds)
            let file = input.mutation(of: kind.samples, with: Self.pieces, behind: kind.start)
            let profile = input.pick(Self.profiles)
            let whole = try reading(file, profile: profile, chunkSize: 4096)
            let inChunks = try reading(file, profile: profile, chunkSize: 1 + input.below(40))
            try FuzzFailure.unless(whole == inChunks, "other chunks, other outcomes")
        }
    }

    /// What is kept of a reading, however long the file is.
    private struct Reading: Equatable {
        var fault: FileFault?
        var outcomes = 0
        var digest = Hasher()

        static func == (one: Reading, other: Reading) -> Bool {
            one.fault == other.fault && one.outcomes == other.outcomes
                && one.digest.finalized == other.digest.finalized
        }
    }

    private func reading(_ file: [UInt8], profile: FeedProfile?, chunkSize: Int) throws -> Reading {
        var reading = Reading()
        do {
            let dialect = try survey(file, profile: profile, chunkSize: chunkSize)
            var rows = dialect.rows(ChunkedBytes(file, chunkSize: chunkSize), in: readingContext())
            while let outcome = try rows.next() {
                try check(outcome)
                reading.outcomes += 1
                reading.digest.combine(outcome)
            }
        } catch let fault as FileFault {
            try FuzzFailure.unless(!fault.faults.isEmpty, "refused for no reason")
            reading.fault = fault
        }
        let lines = file.count { $0 == 0x0A || $0 == 0x0D } + 1
        try FuzzFailure.unless(reading.outcomes <= lines, "\(reading.outcomes) outcomes of \(lines) lines")
        return reading
    }

    private func check(_ outcome: RowOutcome) throws {
        switch outcome {
        case .withdrawn(let row):
            try FuzzFailure.unless(row.line > 1, "a withdrawal without a line")
        case .observed(let row):
            try FuzzFailure.unless(row.line > 1, "a value without a line")
        case .skipped(let skip):
            try FuzzFailure.unless(skip.line > 1, "a skipped row without a line")
        case .fault(let fault):
            try FuzzFailure.unless((fault.line ?? 0) > 1, "a faulty row without a line")
            try FuzzFailure.unless((fault.cell?.utf8.count ?? 0) <= 1000, "a fault that holds a long cell")
            try FuzzFailure.unless(!fault.sentence(.nl).isEmpty, "a fault without words")
        }
    }
}

extension Hasher {
    fileprivate var finalized: Int {
        let copy = self
        return copy.finalize()
    }
}
