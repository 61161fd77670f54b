/// Checks that a layer above does on words of the configuration; each gives a complaint, or `nil` where all is well.
package struct ConfigurationChecks: Sendable {
    package let mailAddress: @Sendable (String) -> String?
    package let relay: @Sendable (String) -> String?

    package init(
        mailAddress: @escaping @Sendable (String) -> String?,
        relay: @escaping @Sendable (String) -> String?
    ) {
        self.mailAddress = mailAddress
        self.relay = relay
    }
}
