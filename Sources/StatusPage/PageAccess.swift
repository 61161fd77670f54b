/// Under which name the page is reached, and who is believed to be whom.
package struct PageAccess: Hashable, Sendable {
    /// What people type to reach it, in lower case and without a slash at the end; `nil` where it has no name.
    package let address: String?
    /// The header in which the proxy says who has signed in; `nil` where nobody does.
    package let userHeader: String?
    /// The IP addresses from which that header counts, those of IPv4 as such; from a socket it always does.
    package let trustedAddresses: Set<String>
    /// Who may handle alerts, by the names that the proxy gives.
    package let people: Set<String>

    package init(
        address: String? = nil,
        userHeader: String? = nil,
        trustedAddresses: Set<String> = [],
        people: Set<String> = []
    ) {
        self.address = address
        self.userHeader = userHeader
        self.trustedAddresses = Set(trustedAddresses.map(Visitor.withoutMapping))
        self.people = people
    }
}
