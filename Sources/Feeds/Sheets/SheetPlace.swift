/// Where in a sheet a fault is.
package enum SheetPlace: Hashable, Sendable, Codable {
    case row
    case cell(String)
}
