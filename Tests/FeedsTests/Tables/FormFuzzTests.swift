import FormTrials
import FuzzSupport
import Testing

/// Changed files in every form, each form in its turn.
@Suite struct FormFuzzTests {
    private static let trials = FormTrial.all.map { (trial: $0, samples: FormCorpus.files(of: $0.name)) }

    private static let pieces =
        [
            "\"", "\"\"", ";", ",", "\t", "\n", "\r\n", "2024", "2024*", "2023JJ00", "2023KW02", "202305", "mei-23",
            "2e kwartaal 2023", "2013 1st Quarter", "2022-2023", "week 5 2023", "2023.0", "2023 (voorlopig)",
            "31-12-2023",
            "GM0303", "gm0303", "0303", "303", "Dronten (gemeente)", "WK030301", "BU03030101", "NL00", "PV24", "GM1921",
            "25,3", "1.234", "1.010", "1.234,-", "€ 1.234,50", ",5", "+5", "25,3 1)", "25,3¹", "0,5‰", "-", ".", "..",
            "—",
            "x", "?", ":", "NA", "geheim", "nvt", "-99997", "-99996", "99999999999999999999", "1E5", "=1+1", "#N/B",
            "MW00000", "MOG0095", "MBG0095", "T001038", "Totaal mannen en vrouwen", "80200", "Eenzaam_28", "x 1 000",
            "(%)", "%", "|", " / ", "Onderwerp", "Bron: CBS", "© CBS", "\u{FEFF}", "\u{A0}", "\u{202F}", "e\u{301}",
            " ",
        ].map(bytes) + [[0xFF], [0x80], [0xE2], [0], [0x1B], [0x50, 0x4B, 3, 4]]

    @Test func `files of others are read or refused, with no number that they do not hold`() async {
        await Fuzz("forms", cases: 400).run { input in
            let (trial, samples) = input.pick(Self.trials)
            try trial.attempt(input.mutation(of: samples, with: Self.pieces), chunkSize: 1 + input.below(40))
        }
    }

    @Test func `a profile for a file of others is proposed or refused, in bounded words`() async {
        await Fuzz("suggestions", cases: 150).run { input in
            let (trial, samples) = input.pick(Self.trials)
            try trial.suggest(input.mutation(of: samples, with: Self.pieces))
        }
    }

    @Test(arguments: FormTrial.all.map(\.name))
    func `the kept files of a form hold as they are`(_ name: String) throws {
        let (trial, samples) = try #require(Self.trials.first { $0.trial.name == name })
        #expect(!samples.isEmpty)
        for sample in samples {
            for chunkSize in chunkSizes { try trial.attempt(sample, chunkSize: chunkSize) }
            try trial.suggest(sample)
        }
    }
}
