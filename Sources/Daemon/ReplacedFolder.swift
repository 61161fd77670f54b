/// A folder was replaced while it was in use, and the new one cannot be used: a new start has to find its way.
package struct ReplacedFolder: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
}
