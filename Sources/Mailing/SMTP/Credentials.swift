/// The user name and password with which the relay is asked to accept mail (RFC 4954).
package struct Credentials: Sendable, Equatable {
    /// The user name; shown in descriptions.
    package let user: String

    /// The password; never shown.
    package let password: Secret

    /// Checks and keeps a user name and a password.
    ///
    /// - Parameters:
    ///   - user: not empty, without control characters.
    ///   - password: not empty, without control characters.
    /// - Throws: `CredentialsError`; PLAIN separates its fields by NUL (RFC 4616), and a line break is
    ///   nearly always the end of a password file that was read too far.
    package init(user: String, password: Secret) throws(CredentialsError) {
        guard Self.isUsable(Array(user.utf8)) else { throw .unusableUser }
        guard Self.isUsable(password.reveal()) else { throw .unusablePassword }
        self.user = user
        self.password = password
    }

    private static func isUsable(_ octets: [UInt8]) -> Bool {
        !octets.isEmpty && octets.count <= 1024 && octets.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// The three fields of the PLAIN mechanism: no authorisation identity, user, password (RFC 4616 section 2).
    var plainResponse: [UInt8] { [0] + Array(user.utf8) + [0] + password.reveal() }
}
