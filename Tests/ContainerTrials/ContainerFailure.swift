/// What did not hold of one file.
package struct ContainerFailure: Error, CustomStringConvertible {
    package let description: String

    /// Throws unless the condition holds.
    static func unless(_ condition: @autoclosure () throws -> Bool, _ what: @autoclosure () -> String) throws {
        guard try !condition() else { return }
        throw ContainerFailure(description: what())
    }
}
