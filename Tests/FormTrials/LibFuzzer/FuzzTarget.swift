import Feeds
import Foundation

/// The form that is tried, as the environment names it: one program for all of them, and one process for each.
private let trial: FormTrial = {
    let name = ProcessInfo.processInfo.environment["FUZZ_FORM"] ?? ""
    guard let trial = FormTrial.all.first(where: { $0.name == name }) else {
        fatalError("FUZZ_FORM is none of \(FormTrial.all.map(\.name).joined(separator: ", "))")
    }
    return trial
}()

/// What libFuzzer calls with one made-up file.
///
/// A file that breaks a promise ends the process, which keeps it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let file = Array(UnsafeBufferPointer(start: start, count: count))
    do {
        // The piece sizes follow from the file, so that a kept one repeats what it did.
        try trial.attempt(file, chunkSize: 1 + count % 37)
        try trial.suggest(file)
    } catch {
        fatalError("\(error)")
    }
    return 0
}
