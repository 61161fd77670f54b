/// Why SMTP settings cannot be used.
package enum SMTPSettingsError: Error, Equatable, CustomStringConvertible {
    /// The EHLO name is neither a domain name nor an address literal.
    case heloName

    /// A sentence for the administrator.
    package var description: String {
        "The name for EHLO must be a domain name such as peilwacht.example.nl, or an address such as [192.0.2.1]."
    }
}
