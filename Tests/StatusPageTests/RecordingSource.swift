import StatusPage
import Synchronization

/// Answers as a test says, and remembers what it was asked.
final class RecordingSource: PageSource {
    private let asked = Mutex<[PageRequest]>([])
    private let answers: @Sendable (PageRequest) async -> PageAnswer

    init(
        _ answers: @escaping @Sendable (PageRequest) async -> PageAnswer = { _ in PageAnswer(.ok, .html, text: "pagina")
        }
    ) {
        self.answers = answers
    }

    /// All that got through, in order.
    var requests: [PageRequest] { asked.withLock(\.self) }

    func answer(_ request: PageRequest) async -> PageAnswer {
        asked.withLock { $0.append(request) }
        return await answers(request)
    }
}
