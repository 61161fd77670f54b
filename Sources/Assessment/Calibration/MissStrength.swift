/// What one value says beside the noise of its figure (calibration, section 3).
package enum MissStrength: Hashable, Sendable {
    /// It does what is asked.
    case met
    /// It misses, and the noise explains it ("op de grens"): nothing opens by it, and nothing is over.
    case withinNoise
    /// It misses beyond the noise; that has to last.
    case weak
    /// It misses so far beyond the noise that once is enough.
    case strong
}
