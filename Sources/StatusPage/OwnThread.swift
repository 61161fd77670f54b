internal import Dispatch

/// One thread for all of a kind of work: however much of it there is, the threads that the watch works on stay its own.
///
/// What is asked at once takes turns on it wherever something is waited for. Who has to be answered whatever others look at,
/// as health has, stays away from it.
package final class OwnThread: TaskExecutor {
    /// For what pages ask.
    package static let pages = OwnThread(label: "peilwacht.page")
    /// For what commands send.
    static let socket = OwnThread(label: "peilwacht.socket")

    private let queue: DispatchQueue

    private init(label: String) {
        queue = DispatchQueue(label: label)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
