/// Who the mail is from, and where its reader can turn to.
package struct MailSender: Hashable, Sendable {
    /// The bare address, ASCII: `peilwacht@example.nl`.
    package let address: String
    /// The name that readers see.
    package let name: String
    /// Where the status page can be reached, without a slash at the end: `https://peilwacht.example.nl`; `nil` where mails name
    /// no page.
    package let pages: String?

    package init(address: String, name: String = "Peilwacht", pages: String? = nil) {
        self.address = address
        self.name = name
        self.pages = pages
    }

    /// The whole address of something on the status page.
    func link(to address: PageAddress) -> String? { pages.map { $0 + address.path } }
}
