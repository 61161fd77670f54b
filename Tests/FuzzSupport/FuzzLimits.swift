internal import Foundation

/// How long to go on and where to start, as the environment says.
struct FuzzLimits {
    /// So many seconds of work; `nil` for so many cases.
    let seconds: Double?
    /// So many cases, whatever a test says.
    let cases: Int?
    let seed: UInt64

    static let given = FuzzLimits(ProcessInfo.processInfo.environment)

    private init(_ environment: [String: String]) {
        cases = environment["FUZZ_CASES"].flatMap(Int.init)
        seconds = cases == nil ? environment["FUZZ_SECONDS"].flatMap(Double.init) : nil
        let other = seconds == nil ? 20_260_401 : UInt64(UInt32.random(in: 0...UInt32.max))
        seed = environment["FUZZ_SEED"].flatMap(UInt64.init) ?? other
    }
}
