internal import Foundation
package import Testing

/// Tries one part of the program on made-up input, case after case.
///
/// An ordinary test run tries the same few cases every time. `FUZZ_SECONDS` (`tools/fuzz`) goes on for so many seconds of
/// work, from another seed every time; `FUZZ_SEED` starts from a given one. Every case has a seed of its own, which a
/// failure names; `FUZZ_SEED=SEED FUZZ_CASES=1` tries that case alone.
package struct Fuzz {
    /// What is tried, in one word.
    private let name: String
    private let cases: Int
    private let limits = FuzzLimits.given

    /// - Parameters:
    ///   - name: what is tried, in one word.
    ///   - cases: how many cases an ordinary test run tries.
    package init(_ name: String, cases: Int) {
        self.name = name
        self.cases = cases
    }

    /// Tries cases until one fails or the bound is reached.
    ///
    /// Now and then it lets others have its thread.
    package func run(
        sourceLocation: SourceLocation = #_sourceLocation,
        _ attempt: (inout FuzzInput) throws -> Void
    ) async {
        var work = FuzzWork(limits: limits, cases: cases)
        let memory = FuzzMemory()
        let last = FuzzLast(name: name)
        if limits.seconds != nil {
            print("fuzz: \(name): seed \(limits.seed)")
            // A case that ends the process would take the line with it.
            fflush(nil)
        }
        while work.goesOn {
            var input = FuzzInput(seed: limits.seed &+ UInt64(work.done))
            last.note(input.seed)
            do {
                try attempt(&input)
            } catch {
                Issue.record(failure(input, error), sourceLocation: sourceLocation)
                return
            }
            guard work.countsCase() else { continue }
            await Task.yield()
            work.resume()
        }
        guard limits.seconds != nil else { return }
        print("fuzz: \(name): \(work.done) cases, resident memory \(memory.growth) KiB more than at the start")
        #expect(
            memory.growth < FuzzMemory.bound,
            "memory grows with the number of cases",
            sourceLocation: sourceLocation
        )
    }

    private func failure(_ input: FuzzInput, _ error: any Error) -> Comment {
        "fuzz: \(name): FUZZ_SEED=\(input.seed) FUZZ_CASES=1 repeats it: \(error); the input: \(input.shown)"
    }
}
