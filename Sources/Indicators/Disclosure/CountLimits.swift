/// How few persons a value may be about and still be told (methods, section 6.2).
package struct CountLimits: Hashable, Sendable {
    /// A count of persons above zero and below this is hidden.
    package let hideBelow: Int
    /// A percentage or rate of fewer persons than this is hidden.
    package let smallestBase: Int

    package init(hideBelow: Int = DisclosureControl.fewest, smallestBase: Int = 50) {
        self.hideBelow = hideBelow
        self.smallestBase = smallestBase
    }
}
