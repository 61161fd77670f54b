/// Who the mail is from, and where its reader can turn to.
package struct MailSender: Hashable, Sendable {
    /// The bare address, ASCII: `peilwacht@example.nl`.
    package let address: String
    /// The name that readers see.
    package let name: String

    package init(address: String, name: String = "Peilwacht") {
        self.address = address
        self.name = name
    }
}
