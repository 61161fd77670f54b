/// A policy programme of one municipality (programma).
package struct Programme: Hashable, Sendable {
    package let id: String
    package let title: String
    /// The area its targets are about.
    package let area: AreaCode
    /// The document it was transcribed from.
    package let source: String?
    package let packages: [Package]

    package init(id: String, title: String, area: AreaCode, source: String?, packages: [Package]) {
        self.id = id
        self.title = title
        self.area = area
        self.source = source
        self.packages = packages
    }
}
