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
        .timeLimit(.minutes(10)),
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
}
