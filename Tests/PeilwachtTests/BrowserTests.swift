import Foundation
import Glibc
import TestSupport
import Testing

/// What a real browser makes of the page of the real daemon: every page, every link, every form.
///
/// It needs Chromium and, from PyPI, playwright and axe-core: `make browser-test` sees to both. Elsewhere it is skipped.
@Suite("The status page in a browser", .ownThreads, .timeLimit(.minutes(30)))
struct BrowserTests {
    /// What ``browser.py`` says.
    private struct Seen: Decodable {
        let faults: [String]
        let count: Int
        /// The addresses of the pages, each once.
        let pages: [String]
        /// What links lead to besides: JSON, CSV, workbooks.
        let files: [String]
        let kinds: [String]
        let forms: [String]
        let views: Int
    }

    private static let python = Sandbox.project.appendingPathComponent(".build/browser/bin/python")

    /// Why nothing is tried; `nil` where it can be.
    private static let obstacle: String? = {
        let files = FileManager.default
        guard files.isExecutableFile(atPath: python.path) else {
            return "no Python with playwright in .build/browser; 'make browser-test' makes it"
        }
        let paths = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let isThere = paths.contains { files.isExecutableFile(atPath: "\($0)/chromium") }
        return isThere ? nil : "no chromium; Debian has it in its package of that name"
    }()

    /// A port that nobody listens on at the moment.
    private static func freePort() throws -> UInt16 {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(socket >= 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(socket, pointer, length) == 0 && getsockname(socket, pointer, &length) == 0
            }
        }
        try #require(bound)
        return UInt16(bigEndian: address.sin_port)
    }

    /// Figures of a few years, some of districts and ages, one file that is refused, and one that is late.
    private static let figures = """
        indicator;periode;waarde;gebied;uitsplitsing;ondergrens;bovengrens
        wmo-maatwerk;2019;98;GM0303;;;
        wmo-maatwerk;2020;101,5;GM0303;;;
        wmo-maatwerk;2021;103;GM0303;;;
        wmo-maatwerk;2022;103;GM0303;;;
        wmo-maatwerk;2023;108;GM0303;;;
        wmo-maatwerk;2024;110,5;GM0303;;;
        wmo-maatwerk;2025;112;GM0303;;110,2;113,8
        wmo-maatwerk;2024;95;GM0303;leeftijd=18-64;;
        wmo-maatwerk;2025;97;GM0303;leeftijd=18-64;;
        wmo-maatwerk;2024;160,5;GM0303;leeftijd=65+;;
        wmo-maatwerk;2025;171;GM0303;leeftijd=65+;;
        matig;2024;37;GM0303;;;
        matig;2025;36,4;GM0303;;;
        sterk;2024;8,1;GM0303;;;
        sterk;2025;7,9;GM0303;;;
        """ + "\n"

    private static func page(port: UInt16) -> String {
        """
        page:
          listen: 127.0.0.1:\(port)
          user_header: X-Remote-User
          trust: [127.0.0.1]
          people: [j.jansen]
        """ + "\n"
    }

    @Test(.enabled(if: obstacle == nil, "needs Chromium and playwright: make browser-test"))
    func `every page loads, every link leads on, every form works, and everybody can use it`() throws {
        let port = try Self.freePort()
        let sandbox = try Sandbox()
        try sandbox.write("peilwacht.yaml", Self.page(port: port) + (try sandbox.read("peilwacht.yaml")))
        try sandbox.comeUnderWatch()
        try sandbox.drop("cijfers 2026.csv", Self.figures)
        try sandbox.pass(at: "2026-04-01T07:00")
        try sandbox.drop("herzien.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;113\n")
        try sandbox.drop("geen kop.csv", "dit is;geen kop\n1;2\n")
        try sandbox.pass(at: "2026-04-01T07:30")
        let daemon = try RunningDaemon(sandbox)
        try daemon.awaitLine("watching")
        let seen = try Self.look(at: "http://127.0.0.1:\(port)/", picturesIn: Self.pictures)
        #expect(seen.faults.isEmpty, "\(seen.count) in all")
        #expect(seen.pages.count >= 12 && seen.forms.contains("bevestigen") && seen.forms.contains("toelichten"))
        for kind in [
            "/", "/meldingen", "/programma/P", "/programma/P/indicator/I", "/leveringen", "/leveringen/N", "/verzonden",
        ] {
            #expect(seen.kinds.contains(kind), "\(seen.kinds)")
        }
        #expect(seen.views >= 6 * 6)
        let papers = try FileManager.default.contentsOfDirectory(atPath: Self.pictures.path)
        #expect(papers.contains { $0.hasSuffix(".pdf") })
    }

    /// Where what was seen can be looked at.
    private static let pictures = Sandbox.project.appendingPathComponent(".build/browser/pictures")

    private static func look(at base: String, picturesIn folder: URL) throws -> Seen {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("browser.py")
        let process = Process()
        process.executableURL = python
        process.arguments = [script.path, base, folder.path, "X-Remote-User", "j.jansen"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "browser.py ended before it had seen everything")
        return try JSONDecoder().decode(Seen.self, from: printed)
    }
}
