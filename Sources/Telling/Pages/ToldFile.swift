internal import Indicators

/// A delivered file as a page names it.
package struct ToldFile: Hashable, Sendable {
    /// The number of its delivery.
    package let id: Int
    /// Its name, escaped.
    package let name: String

    package init(id: Int, name: String) {
        self.id = id
        self.name = name
    }

    /// A link to what is known of its delivery.
    var link: HTML { "<a href=\"\(PageAddress.delivery(id).path)\">\(name.oneLine(limit: 120))</a>" }
}
