/// A page of which each table can be had for a spreadsheet as well.
package protocol TabledPage: Sendable {
    /// The whole page.
    var html: String { get }

    /// One of its tables as a file for a spreadsheet; `nil` where it has none of that name.
    func csv(of table: String) -> String?
}
