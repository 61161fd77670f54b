import AlertSamples
import Alerting
import Catalogue
import Feeds
import Files
import Foundation
import FuzzSupport
import Indicators
import TestSupport
import Testing

@testable import Daemon

@Suite("A link in a mail")
struct MailLinkTests {
    private static let now = Instant(seconds: 1_801_000_000)
    private static let day = 86_400
    private static let signer = MailLinkSigner(key: Array(repeating: 7, count: 32), lifetime: 14 * day)
    private static let episode = "target:wmo/GM0303/leeftijd=65+#2"
    private static let token = signer.token(of: episode, for: "wethouder@dronten.example", at: now)

    @Test func `says which alert it is for, in whose name, and until when`() throws {
        let link = try Self.signer.link(of: Self.token, at: Self.now)
        #expect(link.episode == Self.episode && link.recipient == "wethouder@dronten.example")
        #expect(link.end == Self.now.adding(seconds: 14 * Self.day))
        #expect(
            Self.token.utf8.allSatisfy {
                "-_.".utf8.contains($0) || Character(Unicode.Scalar($0)).isLetter || (48...57).contains($0)
            }
        )
    }

    @Test func `works until its time is over, and not by a clock that ran ahead when it was made`() throws {
        let end = 14 * Self.day
        #expect(throws: Never.self) { try Self.signer.link(of: Self.token, at: Self.now.adding(seconds: end - 1)) }
        for seconds in [end, end + 1, 400 * Self.day, -Self.day] {
            #expect(throws: MailLink.Fault.expired) {
                try Self.signer.link(of: Self.token, at: Self.now.adding(seconds: seconds))
            }
        }
        // Links last shorter now.
        let shorter = MailLinkSigner(key: Array(repeating: 7, count: 32), lifetime: Self.day)
        #expect(throws: MailLink.Fault.expired) { try shorter.link(of: Self.token, at: Self.now) }
    }

    @Test(arguments: [
        "", ".", "a.b", "..", "\(token)x", "x\(token)", "\(token)=", String(token.dropLast()), token.uppercased(),
    ])
    func `that was not made here is forged`(text: String) {
        #expect(throws: MailLink.Fault.forged) { try Self.signer.link(of: text, at: Self.now) }
    }

    @Test func `by another key is forged, also where it is over`() {
        let other = MailLinkSigner(key: Array(repeating: 8, count: 32), lifetime: 14 * Self.day)
        for seconds in [0, 400 * Self.day] {
            #expect(throws: MailLink.Fault.forged) {
                try other.link(of: Self.token, at: Self.now.adding(seconds: seconds))
            }
        }
    }

    @Test func `of any other bytes is never followed`() async {
        let pieces = [".", "-", "_", "=", "+", "/", "A", "AA", "\u{0}", "é", "%2e"].map { Array($0.utf8) }
        await Fuzz("mail link", cases: 3000).run { input in
            let bytes = input.mutation(of: [Array(Self.token.utf8)], with: pieces)
            let text = String(decoding: bytes, as: UTF8.self)
            guard (try? Self.signer.link(of: text, at: Self.now)) != nil else { return }
            try FuzzFailure.unless(text == Self.token, "followed: \(text)")
        }
    }

    @Test func `is signed by a key that is made once, for its owner alone`() throws {
        let folder = try TemporaryFolder()
        let page = """
            page: {listen: "127.0.0.1:0", address: https://peil.dronten.example, acknowledge_by_mail: true}
            """
        let configuration = try Watched.configuration(Watched.yearly("wmo"), top: page, in: folder.path)
        try FileManager.default.createDirectory(atPath: "\(folder.path)/var", withIntermediateDirectories: true)
        func token() throws -> String? {
            try MailLinkKey.signer(of: configuration)?.token(of: "a", for: "b", at: Self.now)
        }
        let first = try #require(try token())
        #expect(try token() == first)
        let file = "\(configuration.storePath).link-key"
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        #expect(try Data(contentsOf: URL(filePath: file)).count == 32)
        // What others could read is no secret any more.
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(try token() != first)
        #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        let without = try Watched.configuration(Watched.yearly("wmo"), in: folder.path)
        #expect(try MailLinkKey.signer(of: without) == nil)
    }
}
