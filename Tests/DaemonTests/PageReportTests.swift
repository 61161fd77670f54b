import Files
import Foundation
import Indicators
import StatusPage
import Storage
import Telling
import TestSupport
import Testing

@testable import Daemon

@Suite("The report on the status page")
struct PageReportTests {
    private let folder: TemporaryFolder
    private let desk: PageDesk

    init() async throws {
        folder = try TemporaryFolder()
        let configuration = try Watched.configuration(Watched.yearly("a"), in: folder.path)
        let active = ActiveConfiguration(configuration)
        let now = try Watched.moment("2027-06-30T12:00:00Z")
        let store = try SQLiteStore.openForWriting(configuration)
        try await store.take([(Watched.key("a"), "120")], by: active, at: try Watched.moment("2027-05-01T08:00:00Z"))
        desk = PageDesk(clock: .fixed(now), vitalSigns: VitalSigns(startedAt: now)) { active }
    }

    private func ask(_ programme: String = "dronten", _ query: [String: String] = [:]) async -> PageAnswer {
        await desk.answer(PageRequest(path: ["programma", programme, "rapportage"], query: query))
    }

    private func bytes(_ answer: PageAnswer) throws -> [UInt8] {
        guard case .bytes(let bytes) = answer.body else { throw NotThere() }
        return bytes
    }

    private struct NotThere: Error {}

    @Test func `is a page that names the files with the same figures, and each is there`() async throws {
        let answer = await ask()
        #expect(answer.status == .ok && answer.type == .html && answer.fileName == nil)
        let page = String(decoding: try bytes(answer), as: UTF8.self)
        #expect(page.contains(">120<") && page.contains("30 juni 2027") && !page.contains(" style="))
        let links = page.components(separatedBy: "href=\"").dropFirst().map { $0.components(separatedBy: "\"")[0] }
            .map { $0.replacing("&amp;", with: "&") }.filter { $0.contains("formaat=") }
        #expect(links.count == 2)
        for (field, day) in [("peildatum", "2027-06-30"), ("sinds", "2027-03-30")] {
            #expect(page.contains("name=\"\(field)\" type=\"date\" value=\"\(day)\""))
        }
        for link in links {
            let form = try #require(link.split(separator: "=").last.map(String.init))
            let day = ["peildatum": "2027-06-30", "sinds": "2027-03-30", "formaat": form]
            #expect(link == "/programma/dronten/rapportage?peildatum=2027-06-30&sinds=2027-03-30&formaat=\(form)")
            let file = await ask("dronten", day)
            #expect(file.status == .ok && file.fileName == "dronten-2027-06-30.\(form)")
            #expect(file.type == (form == "csv" ? .csv : .workbook))
            #expect(try bytes(file).starts(with: form == "csv" ? [0xEF, 0xBB, 0xBF] : Array("PK".utf8)))
        }
    }

    @Test func `is as it was known on the day that is asked for`() async throws {
        let page = String(decoding: try bytes(await ask("dronten", ["peildatum": "2027-04-30"])), as: UTF8.self)
        #expect(!page.contains(">120<") && page.contains("30 april 2027"))
    }

    @Test func `is not there for an unknown programme, or for days that cannot be`() async throws {
        #expect(await ask("dronte").status == .notFound)
        #expect(await ask("dronten", ["peildatum": "2027-07-01"]).status == .badRequest)
        #expect(await ask("dronten", ["sinds": "2027-06-30"]).status == .badRequest)
        #expect(await ask("dronten", ["peildatum": "gisteren"]).status == .notFound)
        #expect(await ask("dronten", ["formaat": "pdf"]).status == .notFound)
    }
}
