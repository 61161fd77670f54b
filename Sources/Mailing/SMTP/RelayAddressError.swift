/// Why a relay address cannot be used.
package enum RelayAddressError: Error, Equatable, CustomStringConvertible {
    /// It begins with neither `smtp://` nor `smtps://`.
    case scheme

    /// It contains an @, and so perhaps a password.
    case userInfo

    /// Something follows the host and port.
    case pathOrQuery

    /// The path of a Maildir or a program is missing, or does not begin with a slash.
    case path

    /// The host is missing or malformed.
    case host

    /// The port is not a number from 1 to 65535.
    case port

    /// A sentence for the administrator, with the way out.
    package var description: String {
        switch self {
        case .scheme:
            "The relay address must begin with smtp:// or smtps://, as in smtp://mail.example.nl:587; other ways out are "
                + "maildir:PATH and sendmail:PATH."
        case .path: "The path of the Maildir or program is missing or not absolute, as in sendmail:/usr/sbin/sendmail."
        case .userInfo:
            "The relay address must not contain a user name or password; set the user name by itself and give the "
                + "password by password_file or a systemd credential."
        case .pathOrQuery: "The relay address must end after the host and port; remove the path, query or fragment."
        case .host:
            "The relay address needs a host name, an IPv4 address, or an IPv6 address in brackets, "
                + "as in smtp://[2001:db8::25]."
        case .port: "The port of the relay address must be a number from 1 to 65535."
        }
    }
}
