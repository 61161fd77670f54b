import Feeds
import TestSupport
import Testing

@testable import Files

@Suite("A file that holds others")
struct ContainerLookTests {
    private func office(_ type: String) -> [UInt8] {
        ZipWriter(SmallWorkbook.excel(sheets: [("A", "visible", SmallWorkbook.sheet(""))], type: type)).bytes
    }

    /// An old Office file with these names in its second sector.
    private func ole(_ names: [String], shift: Int = 9, next: Int = 0xFFFF_FFFE) -> [UInt8] {
        let size = 1 << shift
        var header = OLEDirectory.signature + ZipWriter.number(0, 22) + ZipWriter.number(shift, 2)
        header += ZipWriter.number(0, 16) + ZipWriter.number(1, 4)
        header += ZipWriter.number(0, 76 - header.count) + ZipWriter.number(0, 4)
        header += ZipWriter.number(0, size - header.count)
        var table = ZipWriter.number(0xFFFF_FFFD, 4) + ZipWriter.number(next, 4)
        table += ZipWriter.number(0, size - table.count)
        let entries = names.flatMap { name -> [UInt8] in
            let units = name.utf16.flatMap { ZipWriter.number(Int($0), 2) }
            return units + ZipWriter.number(0, 64 - units.count) + ZipWriter.number(units.count + 2, 2)
                + ZipWriter.number(0, 62)
        }
        return header + table + entries + ZipWriter.number(0, size - entries.count)
    }

    @Test func `is told by what stands in it`() throws {
        let excel = "application/vnd.ms-excel.sheet"
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        let bundle = ["Observations.csv", "MeasureCodes.csv", "RegioSCodes.csv"]
        let cases: [(ContainerKind, [UInt8])] = [
            (.xlsx, SmallWorkbook.excel("")), (.xlsm, office("\(excel).macroEnabled.main+xml")),
            (.xlsb, office("\(excel).binary.macroEnabled.main")), (.word, office(word)),
            (.ods, SmallWorkbook.openDocument("")),
            (.encrypted, SmallWorkbook.openDocument("", manifest: "<manifest:encryption-data/>")),
            (.odataBundle, ZipWriter(bundle.map { .init("map/\($0)", "x") }).bytes),
            (.otherZip, ZipWriter([.init("a.csv", "x")]).bytes), (.otherZip, ZipWriter([]).bytes),
            (.oldExcel, ole(["Root Entry", "Workbook"])), (.oldExcel, ole(["Book"], shift: 12)),
            (.encrypted, ole(["Root Entry", "EncryptionInfo", "EncryptedPackage"])), (.word, ole(["WordDocument"])),
            (.none, Array("indicator;periode;waarde".utf8)), (.none, []),
        ]
        for (kind, bytes) in cases { #expect(try Opened(bytes).kind() == kind) }
    }

    @Test func `leads nobody round in circles`() throws {
        #expect(try Opened(ole(["A"], next: 1)).kind() == .oldExcel)
        #expect(try Opened(ole(["A"], next: 0xFFFF_FFEF)).kind() == .oldExcel)
        var file = ole(["A"])
        file[30] = 31
        #expect(try Opened(file).kind() == .oldExcel)
        #expect(try Opened(Array(ole(["A"]).prefix(600))).kind() == .oldExcel)
    }

    @Test func `is no workbook where it lacks a part, or leads out of the file`() throws {
        let parts = SmallWorkbook.excel(sheets: [("A", "visible", SmallWorkbook.sheet(""))])
        for name in ["xl/worksheets/s0.xml", "xl/workbook.xml", "xl/styles.xml"] {
            let file = try Opened(ZipWriter(parts.filter { $0.name != name }).bytes)
            expectFault(.missingPart(name)) {
                let book = try file.book()
                _ = try cells(book, book.firstSheet())
            }
        }
        var outside = parts
        let index = try #require(parts.firstIndex { $0.name == "xl/_rels/workbook.xml.rels" })
        let text = String(decoding: parts[index].content, as: UTF8.self)
        outside[index] = .init(parts[index].name, text.replacing("worksheets/s0", with: "../../s0"))
        expectFault(.missingPart("../../s0.xml")) { _ = try Opened(ZipWriter(outside).bytes).book() }
    }

    @Test func `has sheets of which the first that is not hidden counts`() throws {
        let sheets = ["hidden", "veryHidden", "visible", "visible"].enumerated().map {
            (name: "Blad\($0)", state: $1, xml: SmallWorkbook.sheet("<row><c><v>\($0)</v></c></row>"))
        }
        let book = try Opened(ZipWriter(SmallWorkbook.excel(sheets: sheets)).bytes).book()
        #expect(book.sheets.map(\.isHidden) == [true, true, false, false])
        #expect(try cells(book, book.firstSheet()) == ["A1 number 2"])
        #expect(try cells(book, book.sheet(named: "blad0")) == ["A1 number 0"])
        let hidden = try Opened(ZipWriter(SmallWorkbook.excel(sheets: Array(sheets.prefix(2)))).bytes).book()
        expectFault(.noVisibleSheet) { _ = try hidden.firstSheet() }
    }

    @Test func `that is refused has a sentence that says what to do`() throws {
        let kinds: [ContainerKind] = [.xlsb, .oldExcel, .word, .encrypted, .otherZip]
        for kind in kinds {
            let fault = WorkbookFault(.otherKind(kind)).fileFault
            #expect(fault.reason == kind.refusal)
            #expect(!fault.faults[0].sentence().isEmpty)
        }
    }

    @Test func `has a limit of its own where it is a bundle, and the one of workbooks where it is none`() throws {
        let bundle = try Opened(ZipWriter(["Observations.csv", "MeasureCodes.csv"].map { .init($0, "x") }).bytes)
        let book = try Opened(SmallWorkbook.excel(""))
        var small = ZipLimits()
        small.fileBytes = 10
        let found = try ContainerLook.open(bundle.file, asOpened: bundle.status, limits: small)
        #expect(found.kind == .odataBundle)
        #expect(found.archive?.limits == .bundle)
        #expect(try ContainerLook.open(book.file, asOpened: book.status).archive?.limits == ZipLimits())
        expectFault(.zip(.fileTooLarge)) {
            _ = try ContainerLook.open(book.file, asOpened: book.status, limits: small)
        }
    }
}
