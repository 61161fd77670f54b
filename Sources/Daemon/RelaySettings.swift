internal import Catalogue
internal import Files
internal import Indicators
package import Mailing
internal import SystemPackage

/// The SMTP settings that a configuration asks for.
package enum RelaySettings {
    /// Why mail cannot go out; each names the setting.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// Reads the password file, where there is one.
    ///
    /// - Parameters:
    ///   - active: the configuration.
    ///   - hostName: the host's own name, for EHLO.
    /// - Returns: `nil` where no relay is configured and messages rest in the outbox.
    /// - Throws: a ``Fault`` that names the setting.
    package static func settings(of active: ActiveConfiguration, hostName: String) throws(Fault) -> SMTPSettings? {
        guard let mail = active.configuration.mail, let relay = mail.relay else { return nil }
        do {
            return try SMTPSettings(
                relay: RelayAddress(relay),
                heloName: mail.heloName ?? usableName(hostName),
                credentials: try mail.user.map { try credentials($0, passwordFile: mail.passwordFile) },
                caFile: mail.caFile
            )
        } catch {
            throw Fault(description: "mail: \(error)")
        }
    }

    private static func credentials(_ user: String, passwordFile: String?) throws -> Credentials {
        guard let passwordFile else {
            throw Fault(
                description:
                    "user is set, but neither password_file nor the systemd credential 'smtp-password' is there"
            )
        }
        return try Credentials(user: user, password: Secret(try firstLine(of: passwordFile)))
    }

    private static func firstLine(of path: String) throws(Fault) -> String {
        do throws(FileSystemFault) {
            let start = try OpenFile.open(path).read(at: 0, count: 2048)
            return String(decoding: start.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
        } catch {
            let why = error.code?.description ?? error.description
            throw Fault(description: "cannot read password_file '\(path.shownSafely())': \(why)")
        }
    }

    /// A bare host name is no domain name to many relays.
    private static func usableName(_ hostName: String) -> String {
        hostName.contains(".") ? hostName : "[127.0.0.1]"
    }
}
