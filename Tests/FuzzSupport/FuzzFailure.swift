/// What did not hold.
package struct FuzzFailure: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) {
        self.description = description
    }

    /// Throws unless the condition holds.
    package static func unless(_ condition: Bool, _ what: @autoclosure () -> String) throws {
        guard !condition else { return }
        throw FuzzFailure(description: what())
    }
}
