/// Why a workbook could not be written.
package enum WorkbookWriterFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The library could not begin, for want of memory.
    case notBegun
    /// What the library says went wrong, and in which step.
    case failed(step: String, why: String)
    /// The file is not there after it was written, or cannot be read.
    case notReadBack(String)

    package var description: String {
        switch self {
        case .notBegun: "write workbook: there is not enough memory"
        case .failed(let step, let why): "write workbook: \(step): \(why)"
        case .notReadBack(let why): "write workbook: read back: \(why)"
        }
    }
}
