/// The ways out for mail that a configuration can name.
package enum RelayTarget: Hashable, Sendable {
    /// `smtp://host[:port]` or `smtps://host[:port]`.
    case smtp(RelayAddress)
    /// `maildir:PATH`: a Maildir on this machine, for all recipients.
    case maildir(path: String)
    /// `sendmail:PATH`: a program of this machine.
    case sendmail(path: String)

    /// Reads the written form.
    ///
    /// - Parameter text: as configured.
    /// - Throws: `RelayAddressError`; its text never repeats the input, which may hold a password.
    package init(_ text: String) throws(RelayAddressError) {
        if let path = Self.path(in: text, after: "maildir:") {
            self = .maildir(path: try Self.absolute(path))
        } else if let path = Self.path(in: text, after: "sendmail:") {
            self = .sendmail(path: try Self.absolute(path))
        } else {
            self = .smtp(try RelayAddress(text))
        }
    }

    private static func path(in text: String, after scheme: String) -> String? {
        text.utf8.starts(with: scheme.utf8) ? String(text.dropFirst(scheme.count)) : nil
    }

    private static func absolute(_ path: String) throws(RelayAddressError) -> String {
        guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count > 1, !path.utf8.contains(0) else { throw .path }
        return path
    }
}
