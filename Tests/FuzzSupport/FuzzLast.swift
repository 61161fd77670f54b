internal import Foundation

/// Writes down the seed of the case in work, for when it ends the process (`FUZZ_FOLDER`, which `tools/fuzz` makes).
struct FuzzLast {
    private let file: FileHandle?

    init(name: String) {
        guard let folder = ProcessInfo.processInfo.environment["FUZZ_FOLDER"] else {
            file = nil
            return
        }
        let path = "\(folder)/\(name)"
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        file = FileHandle(forWritingAtPath: path)
    }

    func note(_ seed: UInt64) {
        // Seeds of one run are about as long as each other; what is left of a longer one stands on the next line.
        try? file?.seek(toOffset: 0)
        try? file?.write(contentsOf: Data("\(seed)\n".utf8))
    }
}
