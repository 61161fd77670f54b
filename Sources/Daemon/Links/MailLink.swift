internal import Alerting
internal import Indicators

/// What a link in a mail is for: to take up one alert, in the name of whoever the mail was for.
struct MailLink: Hashable, Sendable {
    /// Why a link is not followed.
    enum Fault: Error, Hashable, Sendable {
        /// No link that was made here with the key that is there now.
        case forged
        case expired
    }

    /// The id of the episode: another one of the same alert is another matter.
    let episode: String
    /// The address that the mail was for.
    let recipient: String
    /// The first moment at which it does nothing any more, in whole seconds.
    let end: Instant
}
