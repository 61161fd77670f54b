import Foundation
import TestSupport
import Testing

/// `peilwacht targets read`, through the real program.
@Suite("A copied table becomes a programme file", .ownThreads)
struct TargetsReadTests {
    private func document(_ name: String) -> String {
        Sandbox.project.appendingPathComponent("Tests/TargetTablesTests/Document/\(name).txt").path
    }

    @Test(
        "the tables of the Dronten document become a file that check accepts, with every cell",
        arguments: [
            ("table-basisinkomen", 18), ("table-6-regelingen", 36), ("table-wmo", 18), ("table-mantelzorg", 21),
            ("table-eenzaamheid", 54), ("table-inburgering", 3),
        ]
    )
    func dronten(name: String, cells: Int) throws {
        let sandbox = try Sandbox()
        let ran = try sandbox.runBare(["targets", "read", document(name), "--measured-until", "2024"])
        #expect(ran.status == 0)
        #expect(ran.err.isEmpty)
        // Each cell stands as `2026: "36"` in the mappings of its row.
        let found = ran.out.split(separator: "\n").filter { $0.contains("documented: {") || $0.contains("targets: {") }
            .reduce(0) { $0 + $1.split(separator: ": \"").count - 1 }
        #expect(found == cells, "\(ran.out)")
        try sandbox.write("programme.yaml", ran.out)
        try sandbox.write(
            "peilwacht.yaml",
            try sandbox.read("peilwacht.yaml").replacing("{packages: [6N]}", with: "all")
        )
        let checked = try sandbox.run("check")
        #expect(checked.status == 0, "\(checked.err)")
    }

    @Test("a moment is refused wherever it stands: a table has none")
    func moment() throws {
        let sandbox = try Sandbox()
        for arguments in [
            ["--at", "2026-01-01T08:00", "targets", "read", "-"], ["targets", "--at", "2026-01-01T08:00", "read", "-"],
            ["targets", "read", "--at", "2026-01-01T08:00", "-"],
        ] {
            let ran = try sandbox.runBare(arguments)
            #expect(ran.status == 64 && ran.err.contains("--at"), "\(arguments): \(ran.out)\(ran.err)")
        }
    }

    @Test("a cell that cannot be read is named, and the others are there")
    func unreadable() throws {
        let sandbox = try Sandbox()
        try sandbox.write("tabel.txt", "Titel\tRealisatie 2024\t2026\t2027\nEenzaam (%)\t25,3\t<25\tca. 20\n")
        let ran = try sandbox.runBare(["targets", "read", sandbox.file("tabel.txt").path])
        #expect(ran.status == 1)
        #expect(ran.err == "peilwacht: line 2: 'ca. 20' of 'Eenzaam (%)' in the column '2027' could not be read\n")
        #expect(ran.out.contains("targets: {2026: \"<25\"}"))
        #expect(ran.out.contains("# 2027: 'ca. 20' could not be read"))
    }

    @Test("a text that is no table is refused, a missing file is missing")
    func refused() throws {
        let sandbox = try Sandbox()
        try sandbox.write("brief.txt", "Geachte heer,\n\nBijgaand de cijfers.\n")
        #expect(try sandbox.runBare(["targets", "read", sandbox.file("brief.txt").path]).status == 65)
        #expect(try sandbox.runBare(["targets", "read", sandbox.file("weg.txt").path]).status == 66)
        #expect(try sandbox.runBare(["targets", "read"]).status == 64)
    }

    @Test("beside it, targets shows what is configured as before")
    func parent() throws {
        let sandbox = try Sandbox()
        #expect(try sandbox.run("targets", "--json").objects().count > 5)
        #expect(try sandbox.run("targets").out.hasPrefix("dronten: Programma 6 Sociaal domein\n"))
    }
}
