/// The name of a rule: `target`.
///
/// It is part of the identity of an alert and stands in every store: it never changes.
package struct RuleName: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package init(_ name: String) { rawValue = name }

    package var description: String { rawValue }
}
