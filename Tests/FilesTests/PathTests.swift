import Feeds
import Files
import SystemPackage
import TestSupport
import Testing

struct PathTests {
    @Test(arguments: [("/srv/a/b", "/srv/a"), ("/a", "/"), ("a/b", "a"), ("a", ".")])
    func `the folder of a path is where its last part stands`(path: String, folder: String) {
        #expect(FilePath(path).folder.string == folder)
    }

    @Test(arguments: hostileNames)
    func `the last part of a path is a name, to the byte`(name: FileName) throws {
        let path = FilePath(platformString: (Array("/srv/".utf8) + name.bytes + [0]).map { CChar(bitPattern: $0) })
        #expect(FileName(endOf: path) == name)
    }

    @Test(arguments: [
        ("wmo.csv", "wmo.ab12.csv"), ("wmo.xlsx", "wmo.ab12.xlsx"), ("wmo", "wmo.ab12"), ("wmo.", "wmo..ab12"),
        ("cijfers.csv.gz", "cijfers.ab12.csv.gz"), ("levering.2024.zip", "levering.2024.ab12.zip"),
        ("v1.2.ods", "v1.2.ab12.ods"), ("a.met spatie", "a.met spatie.ab12"), (".csv", ".ab12.csv"),
    ])
    func `a mark goes before the extension`(name: String, marked: String) {
        #expect(FileName(name).marked(by: "ab12") == FileName(marked))
    }

    @Test func `a long name with a mark keeps its extension`() {
        let marked = FileName(String(repeating: "x", count: 251) + ".csv").marked(by: "ab12")
        #expect(marked.bytes.count == 255 && marked.printable.hasSuffix("x.ab12.csv"))
    }

    @Test func `what is there is told from what is not`() throws {
        let folder = try TemporaryFolder()
        try folder.directory().put("a", "")
        #expect(FilePath("\(folder.path)/a").isThere)
        #expect(!FilePath("\(folder.path)/b").isThere)
        #expect(FilePath(folder.path).isWritable)
    }

    @Test func `a file is locked by one at a time`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        let first = try directory.openForAppending(FileName("lock"), mode: 0o600)
        let second = try directory.openForAppending(FileName("lock"), mode: 0o600)
        #expect(try first.lock())
        #expect(try !second.lock())
        first.unlock()
        #expect(try second.lock())
    }
}
