import Foundation
import TestSupport
import Testing

@Suite("The feed profiles that Peilwacht ships with", .ownThreads)
struct ShippedFeedsTests {
    private static let statLine = """
        "Kenmerken van huishoudens";"Inkomensgrens huishouden";"Duur inkomenspositie";"Perioden";"Regio's";"Particuliere huishoudens (x 1 000)";"Particuliere huishoudens relatief (%)"
        "Particuliere huishoudens";"Inkomen tot lage-inkomensgrens";"Ten minste 1 jaar";"2024*";"Dronten";0,5;2,6
        "Particuliere huishoudens";"Inkomen tot lage-inkomensgrens";"Vier jaar of langer";"2024*";"Dronten";0,2;1,1
        "Particuliere huishoudens";"Inkomen tot lage-inkomensgrens";"Ten minste 1 jaar";"2024*";"Noordoostpolder";0,7;3,1
        """
    private static let observations = """
        Id;Measure;KenmerkenVanHuishoudens;InkomensgrensHuishouden;DuurInkomenspositie;RegioS;Perioden;Value;StringValue;ValueAttribute
        0;1050010_1;1050010;1050290;A028721;GM0303;2024JJ00;0,5;;None
        1;1050010_2;1050010;1050290;A028721;GM0303;2024JJ00;2,6;;None
        2;1050010_2;1050010;1050290;A028724;GM0303;2024JJ00;1,1;;None
        """

    private static let bundle = ZipWriter([
        .init("Observations.csv", observations),
        .init("MeasureCodes.csv", "Identifier;Title;DataType;Unit\n1050010_1;A;Double;x 1 000\n1050010_2;B;Double;%\n"),
        .init("PeriodenCodes.csv", "Identifier;Title;Description;Status\n2024JJ00;2024;;Voorlopig\n"),
    ]).bytes

    @Test(
        "a download of CBS for Dronten lands in its series on the first day",
        .timeLimit(.minutes(30)),
        arguments: [("laag_inkomen.csv", Array(statLine.utf8)), ("85678NED.zip", bundle)]
    )
    func download(_ name: String, _ bytes: [UInt8]) throws {
        let sandbox = try Sandbox()
        try Data(bytes).write(to: sandbox.file(name))
        let shipped = Sandbox.project.appendingPathComponent("config/peilwacht.yaml")
        let trial = try sandbox.run("import", sandbox.file(name).path, config: shipped)
        #expect(trial.status == 0, "\(trial.out)\(trial.err)")
        let status = try sandbox.run(["status", "--json"], config: shipped).objects()
        let series = try #require(status.first { $0["indicator"] as? String == "laag-inkomen" })
        #expect(series["value"] as? Double == 2.6)
        #expect(series["period"] as? String == "2024")
        #expect(series["area"] as? String == "GM0303")
    }

    /// As RIVM publishes it: three rows for each value, codes, and topics whose number belongs to one edition.
    private static let monitor = """
        "ID";"Leeftijd";"Marges";"WijkenEnBuurten";"Perioden";"Gemeentenaam_1";"Mantelzorger_31";"ErnstigZeerErnstigEenzaam_28"
        "1";"20300  ";"MW00000";"GM0303      ";"2024JJ00";"Dronten";"    13.4";"    10.9"
        "2";"53115  ";"MW00000";"GM0303      ";"2024JJ00";"Dronten";"    14.0";"    11.2"
        "3";"80200  ";"MBG0095";"GM0303      ";"2024JJ00";"Dronten";"    13.3";"    11.6"
        "4";"80200  ";"MW00000";"GM0303      ";"2024JJ00";"Dronten";"    11.8";"    10.1"
        "5";"80200  ";"MOG0095";"GM0303      ";"2024JJ00";"Dronten";"    10.5";"     8.8"
        "6";"20300  ";"MW00000";"GM0171      ";"2024JJ00";"Noordoostpolder";"    12.6";"    11.0"
        "7";"80200  ";"MW00000";"WK030301    ";"2024JJ00";"Dronten";"       .";"    77.7"
        "8";"80200  ";"MW00000";"NL01        ";"2024JJ00";"Nederland";"    12.1";"    10.4"
        """

    @Test(
        "a dataset of RIVM gives each age and municipality its own indicator, and never a bound for a value",
        .timeLimit(.minutes(30))
    )
    func healthMonitor() throws {
        let sandbox = try Sandbox()
        try sandbox.write("50150NED_UntypedDataSet.csv", Self.monitor)
        let shipped = try Self.withNoordoostpolder(sandbox)
        let file = sandbox.file("50150NED_UntypedDataSet.csv").path
        let imported = try sandbox.run("--at", "2026-04-01T08:00", "import", file, config: shipped)
        #expect(imported.status == 0, "\(imported.out)\(imported.err)")
        let status = try sandbox.run(["--at", "2026-04-01T08:00", "status", "--json"], config: shipped).objects()
        let values = status.filter { $0["period"] as? String == "2024" && $0["value"] is Double }.map {
            "\($0["indicator"] ?? "") \($0["area"] ?? "") \($0["value"] ?? "")"
        }
        for value in [
            "sterk-eenzaam-65 GM0303 10.1", "sterk-eenzaam-18-64 GM0303 11.2", "mantelzorgers GM0303 13.4",
            "mantelzorg-verleent GM0171 12.6",
        ] {
            #expect(values.contains(value), "\(value) in \(values)")
        }
        #expect(!values.contains { $0.contains("77.7") || $0.contains("NL01") })
    }

    /// The shipped configuration, with what the profile says of the programme of Noordoostpolder.
    private static func withNoordoostpolder(_ sandbox: Sandbox) throws -> URL {
        let config = sandbox.file("config")
        try FileManager.default.copyItem(at: Sandbox.project.appendingPathComponent("config"), to: config)
        let name = "config/feeds/rivm-gezondheidsmonitor.yaml"
        let profile = try sandbox.read(name).replacing("wanted: [GM0303]", with: "wanted: [GM0303, GM0171]")
        let more = profile.split(separator: "\n").filter { $0.contains("mantelzorg-verleent") }.map { $0.dropFirst(2) }
        #expect(more.count == 1)
        try sandbox.write(name, profile + "\(more.joined(separator: "\n"))\n")
        return config.appendingPathComponent("peilwacht.yaml")
    }

    /// The real files that a profile could read; none of them holds an indicator that the shipped programmes watch.
    private static let refusals: [(name: String, words: String)] = [
        ("cbs-odata4-armoede/Observations.csv", "een levering van het CBS (OData 4)"),
        ("statline/SES_WOA_scores_per_wijk_en_buurt_25042023_160857.csv", "(CSV met statistische symbolen)"),
        ("statline/instroomleeftijdwlz_gemeente_2020.csv", "(CSV zonder statistische symbolen)"),
        ("statline/arbeidsvolume_huisartsen_gzc_provincie_2020.csv", "(CSV zonder statistische symbolen)"),
        ("statline/Kerncijfers_wijken_en_buurten_2015.csv", "een StatLine-download in tabelvorm"),
        ("found/Kerncijfers_wijken_en_buurten_2024_cut.csv", "(CSV zonder statistische symbolen)"),
        ("found/Regionale_kerncijfers_Nederland_22012025_144703.csv", "een StatLine-download in tabelvorm"),
        ("rivm/ervarengezondheid_65plus_2020_gemeente_ggdregio.csv", "van het CBS of het RIVM (OData 3)"),
        ("iv3/2023_begroting.csv", "een Iv3-bestand met taakvelden"),
        ("iv3/2023_jaarrekening.csv", "een Iv3-bestand met taakvelden"),
        ("handmade/statline-2017-cp1252.csv", "een StatLine-download van voor 2018"),
        ("handmade/wanbetalers-zorgverzekering-2016-per-gemeente.csv", "een tabel"),
        ("found/swing-statbel-outcomes-and-forecasts.xlsx", "een tabel van Swing (waarstaatjegemeente)"),
    ]

    @Test(
        "take nothing from a real file that holds other figures, and say what it is",
        .enabled(if: RealFiles.areThere, "\(RealFiles.absence)"),
        .timeLimit(.minutes(30))
    )
    func otherFigures() throws {
        let sandbox = try Sandbox()
        let shipped = Sandbox.project.appendingPathComponent("config/peilwacht.yaml")
        let files = Self.refusals.map { RealFiles.path($0.name) }
        let trial = try sandbox.run(["import", "--dry-run", "--json"] + files, config: shipped)
        #expect(trial.status == 65)
        let receipts = try trial.objects()
        try #require(receipts.count == files.count)
        for (receipt, (name, words)) in zip(receipts, Self.refusals) {
            let fault = (receipt["faults"] as? [[String: Any]])?.first
            let reason = name.hasSuffix("Observations.csv") ? "codes-missing" : "needs-profile"
            #expect(fault?["reason"] as? String == reason, "\(name)")
            #expect((fault?["sentence"] as? String)?.contains(words) == true, "\(name): \(fault ?? [:])")
        }
    }
}
