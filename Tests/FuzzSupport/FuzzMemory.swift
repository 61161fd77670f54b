internal import Foundation

/// The resident memory of this process, for what grows with the number of cases.
struct FuzzMemory {
    /// What all runs of one process together may take, in KiB.
    static let bound = 512 * 1024

    private let start = Self.resident

    /// KiB more than at the start.
    var growth: Int { Self.resident - start }

    private static var resident: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
