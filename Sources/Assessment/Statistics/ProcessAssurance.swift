/// Whether a process, as it runs now, will meet its target (methods, section 1.3).
package enum ProcessAssurance: String, Hashable, Sendable, CaseIterable, Codable {
    case pass = "consistent_pass"
    case fail = "consistent_fail"
    /// Sometimes it meets the target and sometimes not.
    case inconsistent

    /// By the limits in force; a target that touches one is not told apart.
    package init(target: Double, bounds: ClosedRange<Double>?, higherIsBetter: Bool) {
        guard let bounds, !bounds.contains(target) else {
            self = .inconsistent
            return
        }
        self = (target > bounds.upperBound) == higherIsBetter ? .fail : .pass
    }
}
