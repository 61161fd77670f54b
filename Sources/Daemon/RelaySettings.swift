internal import Catalogue
internal import Files
internal import Indicators
package import Mailing
internal import NIOPosix
internal import SystemPackage

/// The SMTP settings that a configuration asks for.
package enum RelaySettings {
    /// Why mail cannot go out; each names the setting.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
        /// Whether nobody wrote anything wrong: a file could not be read just now.
        package var isPassing = false
    }

    /// One thread is plenty; it lasts as long as the process, and so longer than any delivery.
    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    /// Reads the password file, where there is one.
    ///
    /// - Parameters:
    ///   - active: the configuration.
    ///   - hostName: the host's own name, for EHLO.
    ///   - timeouts: the limits of time.
    /// - Returns: `nil` where no relay is spoken to by SMTP.
    /// - Throws: a ``Fault`` that names the setting.
    package static func settings(
        of active: ActiveConfiguration,
        hostName: String,
        timeouts: SMTPTimeouts = SMTPTimeouts()
    ) throws(Fault) -> SMTPSettings? {
        guard let mail = active.configuration.mail, case .smtp(let relay)? = try target(of: active) else { return nil }
        do {
            return try SMTPSettings(
                relay: relay,
                heloName: mail.heloName ?? usableName(hostName),
                credentials: try mail.user.map { try credentials($0, passwordFile: mail.passwordFile) },
                caFile: mail.caFile,
                allowsPlain: mail.allowsPlain,
                timeouts: timeouts
            )
        } catch let fault as Fault {
            throw Fault(description: "mail: \(fault)", isPassing: fault.isPassing)
        } catch {
            throw Fault(description: "mail: \(error)")
        }
    }

    /// The way out that a configuration asks for.
    ///
    /// - Parameters:
    ///   - active: the configuration.
    ///   - hostName: the host's own name, for EHLO.
    ///   - timeouts: the limits of time.
    /// - Returns: `nil` where no relay is configured and messages rest in the outbox.
    /// - Throws: a ``Fault`` that names the setting.
    package static func route(
        of active: ActiveConfiguration,
        hostName: String,
        timeouts: SMTPTimeouts = SMTPTimeouts()
    ) throws(Fault) -> (any MailRoute)? {
        switch try target(of: active) {
        case nil: return nil
        case .maildir(let path)?: return MaildirRoute(path: path)
        case .sendmail(let path)?: return SendmailRoute(path: path)
        case .smtp?:
            return try settings(of: active, hostName: hostName, timeouts: timeouts)
                .map { SMTPClient(settings: $0, group: group) }
        }
    }

    /// What the configuration names as the way out.
    static func target(of active: ActiveConfiguration) throws(Fault) -> RelayTarget? {
        guard let relay = active.configuration.mail?.relay else { return nil }
        do throws(RelayAddressError) {
            return try RelayTarget(relay)
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
            throw Fault(
                description: "cannot read password_file '\(path.shownSafely())': \(why)",
                isPassing: error.isPassing
            )
        }
    }

    /// A bare host name is no domain name to many relays.
    private static func usableName(_ hostName: String) -> String {
        hostName.contains(".") ? hostName : "[127.0.0.1]"
    }
}
