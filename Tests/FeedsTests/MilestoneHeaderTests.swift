import Feeds
import Testing

private func milestoneLayout(_ dialect: FileDialect) -> [MilestoneColumn?]? {
    if case .milestone(let layout) = dialect.form { layout.columns } else { nil }
}

@Suite("The survey of a file: the header of milestones")
struct MilestoneHeaderTests {
    static let headers: [(String, Separator, [MilestoneColumn?])] = [
        ("mijlpaal;peildatum;status", .semicolon, [.milestone, .referenceDate, .status]),
        (
            "toelichting;verwacht;status;peildatum;mijlpaal;gebied;bron", .semicolon,
            [.note, .expected, .status, .referenceDate, .milestone, .area, .source]
        ),
        (
            "Milestone,Reference Date,STATUS,expected,note,area,source", .comma,
            [.milestone, .referenceDate, .status, .expected, .note, .area, .source]
        ),
        ("sep=;\r\n\r\nstatus;\"mijlpaal\";peildatum;;", .semicolon, [.status, .milestone, .referenceDate, nil, nil]),
        ("\u{FEFF}mijlpaal\tpeildatum\tstatus", .tab, [.milestone, .referenceDate, .status]),
    ]

    @Test("is known by the column that names the milestone", arguments: headers, chunkSizes)
    func header(_ example: (String, Separator, [MilestoneColumn?]), chunkSize: Int) throws {
        let dialect = try survey(bytes(example.0 + "\nx;y;1,5\n"), chunkSize: chunkSize)
        #expect(dialect.separator == example.1)
        #expect(milestoneLayout(dialect) == example.2)
        #expect(dialect.form.label == "milestone")
    }

    @Test("settles no decimal sign, whatever is written or declared")
    func noDecimals() throws {
        let rows = bytes("mijlpaal;peildatum;status;toelichting\nx;2026-01-01;gereed;1,5 of 1.5\n")
        #expect(try survey(rows).decimalSign == nil)
        #expect(try survey(rows, profile: profile(decimalSign: .comma)).decimalSign == nil)
    }

    static let faulty: [(String, [RowFault])] = [
        (
            "mijlpalen;peildatum;status;verwacht",
            [
                RowFault(.unknownColumn, line: 1, cell: "mijlpalen", detail: .nearest("mijlpaal")),
                missing("mijlpaal", in: .milestone),
            ]
        ),
        (
            "mijlpaal;peildatum;stand;verwacht",
            [RowFault(.unknownColumn, line: 1, cell: "stand"), missing("status", in: .milestone)]
        ),
        (
            "mijlpaal;periode;status",
            [RowFault(.unknownColumn, line: 1, cell: "periode"), missing("peildatum", in: .milestone)]
        ),
        ("peildatum;status;toelichting", [missing("mijlpaal", in: .milestone)]),
        (
            "mijlpaal",
            [missing("peildatum", in: .milestone), missing("status", in: .milestone)]
        ),
        (
            "mijlpaal;peildatum;status;milestone",
            [RowFault(.doubledColumn, line: 1, column: "mijlpaal", cell: "milestone")]
        ),
        // The plain form is meant wherever the indicator is named as it should be.
        ("indicator;periode;waarde;mijlpaal", [RowFault(.unknownColumn, line: 1, cell: "mijlpaal")]),
        (
            "indicatr;periode;waarde;status;peildatum",
            [RowFault(.unknownColumn, line: 1, cell: "indicatr", detail: .nearest("indicator")), missing("indicator")]
        ),
    ]

    @Test("has its faults named, with the columns of the form that is meant", arguments: faulty)
    func faultyCells(_ header: String, _ faults: [RowFault]) {
        #expect(surveyFault(bytes(header + "\na;b;c;d\n"))?.faults ?? [] == faults)
    }
}
