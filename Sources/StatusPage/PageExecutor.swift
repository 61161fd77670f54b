internal import Dispatch

/// One thread for all that pages ask: however many look, the threads that the watch works on stay its own.
///
/// What is asked at once takes turns on it wherever something is waited for. Who has to be answered whatever others look at,
/// as health has, stays away from it.
package final class PageExecutor: TaskExecutor {
    package static let shared = PageExecutor()

    private let queue = DispatchQueue(label: "peilwacht.page")

    private init() {}

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
