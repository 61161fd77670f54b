internal import Crypto
package import Indicators

/// Shows that a form comes from a page that this person was shown a while ago.
///
/// A token is an HMAC over the person, the path that the form is sent to, and the moment after which it no longer counts. Who
/// signs in is known to a proxy and not to a cookie of ours, so that a page of somebody else could send a form in a reader's
/// name; it cannot know the token.
package struct FormTokens: Hashable, Sendable {
    /// The seconds for which a page may stay open before its form is sent.
    package static let lifetime: Int64 = 12 * 60 * 60

    private let key: FormKey
    private let person: String
    private let now: Instant

    /// The tokens of one person at a moment.
    ///
    /// - Parameters:
    ///   - key: the server's own, made anew at each start.
    ///   - person: who is shown the page.
    ///   - now: the moment.
    package init(key: FormKey, person: String, now: Instant) {
        self.key = key
        self.person = person
        self.now = now
    }

    /// The token of a form that is sent to a path.
    package func token(for path: String) -> String {
        let end = now.milliseconds / 1000 + Self.lifetime
        return "\(end).\(code(path, end))"
    }

    /// Whether a token is of this person, for this path, and still counts.
    package func accepts(_ token: String, for path: String) -> Bool {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let end = Int64(parts[0]), end > now.milliseconds / 1000,
            let code = [UInt8](hexadecimal: parts[1])
        else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: material(path, end), using: key.key)
    }

    private func code(_ path: String, _ end: Int64) -> String {
        HMAC<SHA256>.authenticationCode(for: material(path, end), using: key.key)
            .map { $0.hexadecimal(digits: 2) }.joined()
    }

    private func material(_ path: String, _ end: Int64) -> [UInt8] {
        // A NUL stands in none of the parts.
        Array("\(person)\0\(path)\0\(end)".utf8)
    }
}

extension [UInt8] {
    /// The bytes that an even number of hexadecimal digits write; `nil` for anything else.
    fileprivate init?(hexadecimal digits: Substring) {
        let values = digits.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard !values.isEmpty, values.count.isMultiple(of: 2), !values.contains(nil) else { return nil }
        let known = values.compactMap(\.self)
        self = stride(from: 0, to: known.count, by: 2).map { UInt8(known[$0] << 4 | known[$0 + 1]) }
    }
}
