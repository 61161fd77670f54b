/// The stable name of an indicator: `wmo-maatwerk`.
package struct IndicatorID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    package let description: String

    package init(_ text: String) { description = text }

    package init(stringLiteral text: String) { description = text }

    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
