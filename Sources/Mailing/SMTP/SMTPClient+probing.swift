package import NIOCore

extension SMTPClient {
    /// Talks with the relay up to where a mail would begin: connection, TLS, EHLO and, where there are credentials, the login.
    ///
    /// - Parameters:
    ///   - settings: what is known about the relay.
    ///   - group: where the work runs.
    /// - Throws: nothing that the relay could cause.
    /// - Returns: why no mail could begin; `nil` where one could.
    package static func probe(_ settings: SMTPSettings, group: any EventLoopGroup) async throws -> DeliveryFailure? {
        var settings = settings
        settings.endsBeforeMail = true
        // Never sent: the conversation ends before it names anybody.
        let nobody = try MailAddress("probe@peilwacht.invalid")
        let outcome = await SMTPClient(settings: settings, group: group).deliver([], from: nobody, to: nobody)
        return outcome.failure.flatMap { $0.reason == .cancelled ? nil : $0 }
    }
}
