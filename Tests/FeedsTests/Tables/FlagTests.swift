import Feeds
import Indicators
import Testing

/// What the flags of SDMX make of a value.
struct FlagTests {
    private static func schema(_ more: [TableField] = []) -> TableSchema {
        TableSchema(fields: [.pin("freq", "A"), .period("TIME_PERIOD"), .value("OBS_VALUE")] + more, area: "GM0303")
    }

    private func read(_ value: String, _ flag: String, named: String = "OBS_FLAG") throws -> RowOutcome? {
        let head = "DATAFLOW,LAST UPDATE,freq,TIME_PERIOD,OBS_VALUE,\(named)\n"
        return try ReadTable(bytes(head + "X,now,A,2023,\(value),\(flag)\nX,now,A,2010,1.5,\n"), Self.schema())
            .outcomes.first
    }

    static let kept: [(String, ObservationStatus, String?)] = [
        ("", .definitive, nil), ("A", .definitive, nil), ("r", .definitive, nil), ("p", .provisional, nil),
        ("P", .provisional, nil), ("e", .provisional, nil), ("E", .provisional, nil), ("s", .provisional, nil),
        ("b", .definitive, "OBS_FLAG b"), ("U", .definitive, "OBS_FLAG U"), ("S", .definitive, "OBS_FLAG S"),
        ("bp", .provisional, "OBS_FLAG bp"), ("pe", .provisional, nil), ("b;e", .provisional, "OBS_FLAG b;e"),
        ("V", .provisional, nil), ("d", .definitive, "OBS_FLAG d"),
    ]

    @Test(arguments: kept.indices)
    func `a flag that leaves the value says its status, and what there is to know about it`(index: Int) throws {
        let (flag, status, note) = Self.kept[index]
        let row = try #require(try read("25.3", flag)?.observed, "\(flag)")
        #expect(row.observation.status == status, "\(flag)")
        #expect(row.observation.note == note, "\(flag)")
    }

    static let missing: [(String, IntakeReason)] = [
        ("c", .valueNotKnown), ("Q", .valueNotKnown), ("M", .cannotOccur), ("L", .notDelivered), ("O", .notDelivered),
        ("H", .notDelivered), ("K", .noValue), ("z", .notApplicable), ("f", .forecast), ("F", .forecast),
        ("bc", .valueNotKnown), ("pf", .forecast),
    ]

    @Test(arguments: missing.indices)
    func `a flag that says that there is no value goes before what stands in its cell`(index: Int) throws {
        let (flag, reason) = Self.missing[index]
        for value in ["0", "25.3", "", "NaN", ":"] {
            #expect(try read(value, flag)?.skip?.reason == reason, "\(flag) \(value)")
        }
    }

    @Test(arguments: ["x", "px", "1", "!"])
    func `a flag that is not known is refused by its name`(flag: String) throws {
        let fault = RowFault(.flagNotKnown, line: 2, column: "OBS_FLAG", cell: flag)
        #expect(try read("25.3", flag)?.fault == fault)
    }

    @Test func `the flags count where the profile names their column too, and not where it says to pass them over`()
        throws
    {
        let file = bytes(
            "STRUCTURE,STRUCTURE_ID,ACTION,freq,TIME_PERIOD,OBS_VALUE,OBS_STATUS\ndataflow,X,I,A,2023,25.3,M\n"
        )
        let status = Self.schema([TableField(titles: ["OBS_STATUS"], role: .status)])
        #expect(try ReadTable(file, status).skips == [.cannotOccur: 1])
        let ignored = Self.schema([TableField(titles: ["OBS_STATUS"], role: .ignored)])
        #expect(try ReadTable(file, ignored).values == ["GM0303 2023 25.3"])
    }

    @Test func `what OData 4 says of a value goes before a 0 in its cell`() throws {
        let rows = [
            ("12,5", "None"), ("0", "Confidential"), ("", "Impossible"), ("0", "NotAvailable"), ("5", "Raar"), ("", ""),
        ]
        let lines = rows.enumerated().map { "\($0);M1;GM0303;\(2010 + $0)JJ00;\($1.0);;\($1.1)\n" }.joined()
        let members = ["M1": Measure(indicator: "cijfer")]
        let table = try ReadTable(
            bytes("Id;Measure;RegioS;Perioden;Value;StringValue;ValueAttribute\n" + lines),
            TableSchema(fields: [
                TableField(titles: ["Measure"], role: .indicator(members: members)), .area("RegioS"),
                .period("Perioden"),
                TableField(titles: ["Value"], role: .measure(Measure())),
            ]),
            container: .bundle
        )
        #expect(table.values == ["GM0303 2010 12.5"])
        #expect(table.skips == [.valueNotKnown: 1, .cannotOccur: 1, .notDelivered: 1, .noValue: 1])
        #expect(table.faults == [RowFault(.flagNotKnown, line: 6, column: "ValueAttribute", cell: "Raar")])
    }

    @Test func `the power of ten and the unit of a row count where no field names their columns`() throws {
        let head = "STRUCTURE;STRUCTURE_ID;freq;TIME_PERIOD;OBS_VALUE;UNIT_MULT\n"
        let sdmx = try ReadTable(bytes(head + "X;Y;A;2022;12,4;3\nX;Y;A;2023;11;0\n"), Self.schema(), unit: .count)
        #expect(sdmx.values == ["GM0303 2022 12400", "GM0303 2023 11"])
        let table = try ReadTable(
            bytes(
                "Gemeente;Jaar;Eenheid;Waarde\nDronten;2021;aantal;5\nDronten;2022;x 1 000;2,6\nDronten;2023;%;25,5\n"
            ),
            TableSchema(fields: [.area("Gemeente"), .period("Jaar"), .value("Waarde")]),
            unit: .count
        )
        #expect(table.values == ["GM0303 2021 5", "GM0303 2022 2600"])
        #expect(table.faults.map(\.reason) == [.unitDiffers])
    }

    @Test func `a row that takes a value away never gives one`() throws {
        let file = "STRUCTURE,STRUCTURE_ID,ACTION,freq,TIME_PERIOD,OBS_VALUE\n"
        let table = try ReadTable(
            bytes(file + "dataflow,X,I,A,2022,24.5\ndataflow,X,D,A,2023,25.3\ndataflow,X,R,A,2024,#N/A\n"),
            Self.schema()
        )
        #expect(table.values == ["GM0303 2022 24.5"])
        #expect(table.outcomes.compactMap(\.withdrawn).map(\.why) == ["ACTION D"])
        #expect(table.outcomes.compactMap(\.withdrawn).map(\.value) == [nil])
        #expect(table.skips == [.noValue: 1])
    }
}

extension RowOutcome {
    fileprivate var withdrawn: WithdrawnRow? { if case .withdrawn(let row) = self { row } else { nil } }
}
