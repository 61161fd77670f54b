/// The forms of file by name, as receipts write them.
package enum FormName: String, Hashable, Sendable, CaseIterable, Codable {
    case plain
    case milestone
}
