import Feeds
import Foundation
import TestSupport
import Testing

@testable import Files

private let realWorkbook = "\(Project.root)/../shared/data/real/found/swing-statbel-outcomes-and-forecasts.xlsx"
private let realWorkbookIsThere = FileManager.default.fileExists(atPath: realWorkbook)

/// A real file beside the project; where there is none, the tests of it are left out.
@Suite("A real workbook", .enabled(if: realWorkbookIsThere, "there is no ../shared/data/real here"))
struct RealWorkbookTests {
    /// Each cell of a sheet with its text as another reader finds it, which knows nothing of formats.
    private static let script = """
        import io, re, zipfile
        import xml.etree.ElementTree as tree
        M = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
        def text(item): return ''.join(t.text or '' for t in item.iter(M + 't'))
        def answer(content):
            archive = zipfile.ZipFile(io.BytesIO(content))
            shared = [text(item) for item in tree.fromstring(archive.read('xl/sharedStrings.xml'))]
            book = []
            for part in ('sheet1', 'sheet3', 'sheet4'):
                cells = {}
                for cell in tree.fromstring(archive.read(f'xl/worksheets/{part}.xml')).iter(M + 'c'):
                    value = cell.find(M + 'v')
                    if value is None: continue
                    kind = cell.get('t', 'n')
                    cells[cell.get('r')] = shared[int(value.text)] if kind == 's' else \\
                        '%.15g' % float(value.text) if kind == 'n' else value.text
                book.append({cell: text for cell, text in cells.items() if text})
            return book
        """

    @Test func `gives the cells that another reader finds`() throws {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: realWorkbook)))
        let expected = try #require(try Python.ask(Self.script, [bytes], as: [[String: String]].self).first)
        let book = try Opened(bytes).book()
        #expect(book.sheets.count == 46)
        #expect(book.sheets.prefix(3).map(\.name) == ["Swing", "Blad2", "Overview"])
        for (name, cells) in zip(["Swing", "Overview", "Brussels Hoofdstedelijk Gewest"], expected) {
            var found: [String: String] = [:]
            var reader = try book.rows(of: book.sheet(named: name))
            while let row = try reader.next() {
                for cell in row.cells { found[row.reference(cell).description] = row.text(cell) }
            }
            #expect(found.count == cells.count)
            #expect(found.filter { cells[$0.key] != $0.value }.isEmpty)
        }
    }

    @Test func `holds what was read in it by hand`() throws {
        let book = try Opened(Array(try Data(contentsOf: URL(fileURLWithPath: realWorkbook)))).book()
        let found = try Set(cells(book, book.firstSheet()))
        #expect(found.isSuperset(of: ["A1 text period", "A2 number 1996", "C2 number 4000", "D2 number 467053"]))
    }
}
