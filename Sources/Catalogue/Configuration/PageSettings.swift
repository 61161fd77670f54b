/// How the status page is served.
package struct PageSettings: Hashable, Sendable {
    /// Where the page listens.
    package enum Listener: Hashable, Sendable {
        /// An address of this machine and a port.
        case network(host: String, port: Int)
        /// A socket for a reverse proxy on this machine.
        case socket(path: String)
    }

    package let listeners: [Listener]
    /// What people type to reach it, without a slash at the end: `https://peilwacht.dronten.example`; `nil` where mails have no
    /// links to it.
    package let address: String?
    /// The header in which the proxy says who has signed in; `nil` where nobody does.
    package let userHeader: String?
    /// The addresses from which that header counts; from a socket it always does.
    package let trustedAddresses: [String]
    /// Who may handle alerts, by the names that the proxy gives; everybody else reads.
    package let people: [String]

    /// The seconds for which the links in mails can be followed, by which their readers take alerts up without signing in;
    /// `nil` where mails have none.
    package let mailLinkLifetime: Int?

    package init(
        listeners: [Listener],
        address: String? = nil,
        userHeader: String? = nil,
        trustedAddresses: [String] = [],
        people: [String] = [],
        mailLinkLifetime: Int? = nil
    ) {
        self.listeners = listeners
        self.address = address
        self.userHeader = userHeader
        self.trustedAddresses = trustedAddresses
        self.people = people
        self.mailLinkLifetime = mailLinkLifetime
    }
}
