import Feeds
import Foundation
import TestSupport
import Testing

@testable import Files

@Suite("A zip archive")
struct ZipArchiveTests {
    private func content(_ archive: ZipArchive, _ name: String) throws -> String {
        let entry = try #require(archive.entry(named: name))
        return String(decoding: try archive.content(entry, upTo: 1 << 20), as: UTF8.self)
    }

    @Test func `gives each entry by its name, whatever its capitals and slashes`() throws {
        let bytes = ZipWriter([.init("a/B.txt", "een"), .init("c\\d.txt", "twee"), .init("leeg", "")]).bytes
        let archive = try Opened(bytes).archive()
        #expect(archive.entries.map(\.name) == ["a/B.txt", "c\\d.txt", "leeg"])
        #expect(try content(archive, "A/b.TXT") == "een")
        #expect(try content(archive, "c/d.txt") == "twee")
        #expect(try content(archive, "leeg").isEmpty)
        #expect(archive.entry(named: "e") == nil)
    }

    @Test func `of another make is unpacked in pieces, several entries at once`() throws {
        let script = """
            import base64, io, zipfile
            def answer(content):
                file = io.BytesIO()
                with zipfile.ZipFile(file, 'w', zipfile.ZIP_DEFLATED) as archive:
                    archive.writestr('a', content)
                    with archive.open('b', 'w') as entry: entry.write(content[::-1])
                return base64.b64encode(file.getvalue()).decode()
            """
        let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let answer = try #require(try Python.ask(script, [content], as: String.self).first)
        let archive = try Opened(Array(try #require(Data(base64Encoded: answer)))).archive()
        var first = try archive.open(try #require(archive.entry(named: "a")))
        var second = try archive.open(try #require(archive.entry(named: "b")))
        var (one, other): ([UInt8], [UInt8]) = ([], [])
        while let chunk = try first.nextChunk() {
            one += chunk
            if let chunk = try second.nextChunk() { other += chunk }
        }
        while let chunk = try second.nextChunk() { other += chunk }
        #expect(one == content)
        #expect(other == content.reversed())
    }

    /// Opens the archive and reads everything in it.
    private func fault(_ bytes: [UInt8], _ limits: ZipLimits = ZipLimits()) throws -> ZipFault? {
        let opened = try Opened(bytes)
        return thrown {
            let archive = try opened.archive(limits)
            for entry in archive.entries { _ = try archive.content(entry, upTo: .max) }
        } as? ZipFault
    }

    private func lie(_ change: (inout ZipWriter.Entry) -> Void) throws -> ZipFault? {
        var entry = ZipWriter.Entry("a", "een tekst")
        change(&entry)
        return try fault(ZipWriter([entry, .init("b", "x")]).bytes)
    }

    @Test func `that says one thing here and another there is not believed`() throws {
        #expect(try lie { _ in } == nil)
        #expect(try lie { $0.claimedSize = 100 } != nil)
        #expect(try lie { ($0.claimedSize, $0.claimedLocalSize) = (2, 2) } != nil)
        #expect(try lie { ($0.claimedSize, $0.claimedLocalSize) = (4000, 4000) } != nil)
        #expect(try lie { $0.claimedChecksum = 1 } == .damaged(entry: "a"))
        #expect(try lie { $0.localName = "c" } == .damaged(entry: nil))
        #expect(try lie { $0.flags = 1 } == .encrypted(entry: "a"))
        #expect(try lie { $0.method = 12 } == .packingNotKnown(entry: "a"))
        #expect(try lie { $0.name = "B" } == .sameName("b"))
        #expect(try lie { $0.name = "b" } != nil)
    }

    @Test func `that unpacks to less than both its headers say is refused at the end, and to more at once`() throws {
        let script = """
            import base64, zlib
            def answer(content):
                packer = zlib.compressobj(9, zlib.DEFLATED, -15)
                return base64.b64encode(packer.compress(content) + packer.flush()).decode()
            """
        let content = [UInt8](repeating: 7, count: 1_000_000)
        let answer = try #require(try Python.ask(script, [content], as: String.self).first)
        var entry = ZipWriter.Entry("a", content)
        entry.method = 8
        entry.packed = Array(try #require(Data(base64Encoded: answer)))
        #expect(try fault(ZipWriter([entry]).bytes) == nil)
        for size in [100, 4_000_000_000] {
            entry.claimedSize = size
            entry.claimedLocalSize = size
            #expect(try fault(ZipWriter([entry]).bytes) == .sizeDiffers(entry: "a"))
        }
        entry.claimedSize = nil
        entry.claimedLocalSize = nil
        var limits = ZipLimits()
        limits.bytesWithoutRatio = 500_000
        #expect(try fault(ZipWriter([entry]).bytes, limits) == .expandsTooFar(entry: "a"))
        limits = ZipLimits()
        limits.totalBytes = 1_500_000
        var other = entry
        other.name = "b"
        #expect(try fault(ZipWriter([entry]).bytes, limits) == nil)
        #expect(try fault(ZipWriter([entry, other]).bytes, limits) == .expandsTooFar(entry: "b"))
        limits = ZipLimits()
        limits.entryBytes = 999_999
        #expect(try fault(ZipWriter([entry]).bytes, limits) == .expandsTooFar(entry: "a"))
    }

    @Test func `read twice is charged once`() throws {
        var limits = ZipLimits()
        limits.totalBytes = 10
        let archive = try Opened(ZipWriter([.init("a", "12345678")]).bytes).archive(limits)
        for _ in 0..<5 { #expect(try content(archive, "a") == "12345678") }
    }

    @Test func `that claims too many entries is refused before it is opened`() throws {
        var writer = ZipWriter([.init("a", "x")])
        writer.claimedEntries = 2_001
        #expect(try fault(writer.bytes) == .tooManyEntries(2_001))
        // A second end record in the comment of the first.
        var hidden = ZipWriter([.init("a", "x")])
        hidden.comment =
            [0x50, 0x4B, 5, 6] + ZipWriter.number(0, 4) + ZipWriter.number(9_000, 2) + ZipWriter.number(9_000, 2)
            + ZipWriter.number(0, 10)
        #expect(try fault(hidden.bytes) == .tooManyEntries(9_000))
        // The record of a zip64, which the locator before the end record leads to.
        let end = Array(ZipWriter([.init("a", "x")]).bytes.suffix(22))
        let record =
            [0x50, 0x4B, 6, 6] + ZipWriter.number(44, 8) + ZipWriter.number(45, 2) + ZipWriter.number(45, 2)
            + ZipWriter.number(0, 8) + ZipWriter.number(70_000, 8) + ZipWriter.number(70_000, 8)
            + ZipWriter.number(0, 16)
        let locator = [0x50, 0x4B, 6, 7] + ZipWriter.number(0, 4) + ZipWriter.number(4, 8) + ZipWriter.number(1, 4)
        #expect(try fault([0x50, 0x4B, 3, 4] + record + locator + end) == .tooManyEntries(70_000))
    }

    @Test func `that is none, is empty, cut off or too large says so`() throws {
        let bytes = ZipWriter([.init("a", "een tekst"), .init("b", "x")]).bytes
        #expect(try fault(Array("indicator;periode".utf8)) == .notAnArchive)
        #expect(try fault([]) == .notAnArchive)
        #expect(try fault(ZipWriter([]).bytes) == .empty)
        for length in 4..<bytes.count { #expect(try fault(Array(bytes.prefix(length))) == .damaged(entry: nil)) }
        #expect(try fault(bytes + [0]) == .damaged(entry: nil))
        var limits = ZipLimits()
        limits.fileBytes = bytes.count - 1
        #expect(try fault(bytes, limits) == .fileTooLarge)
    }

    @Test func `names of entries are never paths`() throws {
        let names = ["../../etc/x.csv", "/abs.csv", "..\\w.csv"]
        #expect(try Opened(ZipWriter(names.map { .init($0, "x") }).bytes).archive().entries.map(\.name) == names)
    }

    @Test func `that changes while it is read is not believed`() throws {
        let opened = try Opened(ZipWriter([.init("a", "een tekst")]).bytes)
        let archive = try opened.archive()
        try opened.file.write([0])
        #expect(throws: FileFault(.changedWhileReading)) { try content(archive, "a") }
    }

    private struct Ended: Error {}

    @Test func `whoever waits is told of each reading, and may end it`() throws {
        let opened = try Opened(ZipWriter([.init("a", [UInt8](repeating: 1, count: 500_000))]).bytes)
        var readings = 0
        let archive = try ZipArchive(opened.file, asOpened: opened.status) {
            readings += 1
            if readings > 12 { throw Ended() }
        }
        #expect(throws: Ended.self) { try archive.content(archive.entries[0], upTo: .max) }
    }
}
