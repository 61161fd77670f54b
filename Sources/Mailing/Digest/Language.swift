/// The language that readers get.
package enum Language: String, Sendable, CaseIterable, Hashable {
    case nl
    case en
}
