/// How mail goes out.
package struct MailSettings: Hashable, Sendable {
    /// The address of the sender.
    package let from: String
    /// The relay as configured, `smtp://…` or `smtps://…`; `nil` lets messages rest in the outbox.
    package let relay: String?
    /// The name to log in with at the relay.
    package let user: String?
    /// The absolute path of the file that holds the password.
    ///
    /// `nil` beside a `user` where neither `password_file` nor the systemd credential is there: outside the service, a
    /// `check` cannot see the credential.
    package let passwordFile: String?
    /// The absolute path of the certificates to trust instead of the system's.
    package let caFile: String?
    /// The name with which the relay is greeted; `nil` for the host's own.
    package let heloName: String?
    /// Where answers go, where the indicators of a mail have no owner with an address.
    package let replyTo: String?
    /// The absolute path of the Maildir in which reports of mail that could not be delivered arrive.
    package internal(set) var bounces: String?
    /// What mails are threaded by.
    package let threads: Threads
    /// Whether a relay elsewhere may be given mail without TLS, where it offers none.
    package let allowsPlain: Bool
    /// After so many seconds a message that could not be delivered is given up.
    package let retryFor: Int
    /// Whether mails have pictures; `nil` where the configuration leaves it to whether they can be made.
    package let charts: Bool?

    /// What mails are threaded by.
    package enum Threads: String, Hashable, Sendable, CaseIterable {
        /// A mail follows up the last one to the same recipient about the same alerts.
        case episode
        /// A digest follows up the last digest of its subscription.
        case digest
        /// Every mail stands for itself.
        case none
    }
}
