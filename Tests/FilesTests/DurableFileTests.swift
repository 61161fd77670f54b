import Feeds
import Files
import TestSupport
import Testing

struct DurableFileTests {
    @Test func `what cannot be written whole leaves nothing behind`() throws {
        struct Stop: Error {}
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        #expect(throws: Stop.self) {
            try DurableFile.writeAside(in: directory) { file in
                try file.write(Array("half".utf8))
                throw Stop()
            }
        }
        #expect(try directory.names().isEmpty)
    }

    @Test func `a file that is written takes the place of the one before it`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        for text in ["one", "two"] { try DurableFile.write(Array(text.utf8), as: FileName("a"), in: directory) }
        #expect(try directory.sortedNames() == ["a"])
        #expect(try directory.text("a") == "two")
    }

    @Test func `what is set aside gets the first free number`() throws {
        let folder = try TemporaryFolder()
        let directory = try folder.directory()
        for number in 1...3 {
            try directory.put("log", "\(number)")
            let aside = try DurableFile.setAside(FileName("log"), in: directory, tag: "damaged")
            #expect(aside == FileName("log.damaged-\(number)"))
        }
    }
}
