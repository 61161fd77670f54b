internal import Crypto
internal import Foundation
internal import Indicators

/// Makes the links in mails, and reads them back.
///
/// A link says all that it is for and is signed (HMAC with SHA-256), so that nothing is kept of it and nobody else can make
/// one. Whoever has it can follow it: it does one thing, in one name, for a while.
struct MailLinkSigner: Sendable {
    private let key: SymmetricKey
    /// The seconds for which a link can be followed.
    private let lifetime: Int

    init(key: [UInt8], lifetime: Int) {
        self.key = SymmetricKey(data: key)
        self.lifetime = lifetime
    }

    /// The last part of the address: letters, digits, `-`, `_` and a full stop.
    func token(of episode: String, for recipient: String, at now: Instant) -> String {
        let end = now.milliseconds / 1000 + Int64(lifetime)
        let content = Array([Self.version, "\(end)", episode, recipient].joined(separator: Self.between).utf8)
        let code = HMAC<SHA256>.authenticationCode(for: content, using: key)
        return "\(Self.written(content)).\(Self.written(Array(code)))"
    }

    /// What a token is for.
    ///
    /// - Parameters:
    ///   - token: as somebody sent it.
    ///   - now: the moment.
    /// - Returns: what it is for.
    /// - Throws: why it is not followed. Whether it is forged is looked at first: of what nobody made nothing is said.
    func link(of token: String, at now: Instant) throws(MailLink.Fault) -> MailLink {
        let halves = token.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count == 2, let content = Self.read(halves[0]), let code = Self.read(halves[1]),
            HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: key)
        else { throw .forged }
        let fields = String(decoding: content, as: UTF8.self)
            .split(separator: Self.between, omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4, fields[0] == Self.version, let seconds = Int64(fields[1]),
            let milliseconds = Self.milliseconds(seconds)
        else { throw .forged }
        let link = MailLink(episode: fields[2], recipient: fields[3], end: Instant(milliseconds: milliseconds))
        // One that lasts longer than any does was made when links lasted longer, or by a clock that ran ahead.
        let last = now.adding(seconds: lifetime + Instant.leastLeap)
        guard link.end > now, link.end <= last else { throw .expired }
        return link
    }

    private static let version = "1"
    /// It stands in none of the fields.
    private static let between = "\u{0}"

    private static func milliseconds(_ seconds: Int64) -> Int64? {
        let (product, isTooLarge) = seconds.multipliedReportingOverflow(by: 1000)
        return isTooLarge ? nil : product
    }

    /// As addresses take it (RFC 4648 section 5), without padding.
    private static func written(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Takes one writing of the same bytes only.
    private static func read(_ text: Substring) -> [UInt8]? {
        guard text.utf8.count <= longest else { return nil }
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let standard = String(text).replacing("-", with: "+").replacing("_", with: "/") + padding
        guard let data = Data(base64Encoded: standard), written(Array(data)) == text else { return nil }
        return Array(data)
    }

    private static let longest = 2000
}
