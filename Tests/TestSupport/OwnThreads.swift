internal import Foundation
package import Testing

/// Runs tests that wait for child processes on threads of their own.
///
/// A test that blocks would otherwise hold one of the few threads on which all asynchronous tests run, one for each core,
/// and whatever they wait for would be late.
package struct OwnThreads: SuiteTrait, TestTrait, TestScoping {
    package var isRecursive: Bool { true }

    package func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        try await withTaskExecutorPreference(BlockingExecutor.shared) { try await function() }
    }
}

extension Trait where Self == OwnThreads {
    /// Runs the tests on threads of their own, a few at a time.
    package static var ownThreads: OwnThreads { OwnThreads() }
}

/// A few threads that may block.
private final class BlockingExecutor: TaskExecutor {
    static let shared = BlockingExecutor()

    private let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = 4
        return queue
    }()

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.addOperation { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
