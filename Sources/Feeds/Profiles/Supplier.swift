/// Who supplies the files of a feed.
package struct Supplier: Hashable, Sendable {
    package let name: String
    /// Where questions about it go; `nil` where nobody says.
    package let address: String?

    package init(name: String, address: String? = nil) {
        self.name = name
        self.address = address
    }
}
