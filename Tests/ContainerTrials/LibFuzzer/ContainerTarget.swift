import Foundation

/// The trial, as the environment names it: one program for all of them, and one process for each.
private let trial: ContainerTrial = {
    let name = ProcessInfo.processInfo.environment["FUZZ_FORM"] ?? ""
    guard let trial = ContainerTrial.all.first(where: { $0.name == name }) else {
        fatalError("FUZZ_FORM is none of \(ContainerTrial.all.map(\.name).joined(separator: ", "))")
    }
    return trial
}()

/// What libFuzzer calls with one made-up piece.
///
/// One that breaks a promise ends the process, which keeps it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try trial.attempt(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        fatalError("\(error)")
    }
    return 0
}
