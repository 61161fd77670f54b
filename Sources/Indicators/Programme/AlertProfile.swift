/// How certain a deviation has to be before it opens an alert (calibration, sections 2 and 3).
package enum AlertProfile: String, Hashable, Sendable, CaseIterable {
    /// A published figure that misses its own target is told at once; what is inferred, when it lies beyond its noise.
    case facts
    /// A miss too is told only when it lies beyond the noise of its figure, or lasts.
    case calibrated
    /// As `calibrated`, and further beyond the noise.
    case strict
}
