/// What did not hold of one reading.
package struct TrialFailure: Error, CustomStringConvertible {
    package let description: String

    /// Throws unless the condition holds.
    static func unless(_ condition: Bool, _ what: @autoclosure () -> String) throws {
        guard !condition else { return }
        throw TrialFailure(description: what())
    }
}
