/// A goal as the document says it.
package struct ReportedGoal: Hashable, Sendable {
    package let id: String
    package let text: String
    /// Why nothing measures it yet; `nil` where something does.
    package let unmeasured: String?
}
