/// Why a user name or password cannot be used; its text never contains either.
package enum CredentialsError: Error, Equatable, CustomStringConvertible {
    /// The user name is empty, too long or holds a control character.
    case unusableUser

    /// The password is empty, too long or holds a control character.
    case unusablePassword

    /// A sentence for the administrator.
    package var description: String {
        switch self {
        case .unusableUser:
            "The SMTP user name is empty, longer than 1024 octets or contains a control character."
        case .unusablePassword:
            "The SMTP password is empty, longer than 1024 octets or contains a control character; "
                + "check that its file holds one line only."
        }
    }
}
