internal import HTTPTypes
internal import HummingbirdCore
internal import Indicators
internal import NIOCore

/// Lets through what may be asked, has it answered, and puts the answer into HTTP.
///
/// An answer that is being made when the server ends is waited for no longer.
struct PageResponder: Sendable {
    let gate: PageGate
    let source: any PageSource
    let language: Language
    let now: @Sendable () -> Instant

    /// The answer to a request at a listener.
    ///
    /// - Throws: where the request was cut off; nobody is there to be answered.
    func reply(to request: Request, on channel: any Channel, at listener: PageListener) async throws -> HTTPReply {
        var isReadWhole = !request.hasBody
        do {
            let passed = try gate.pass(request.head, from: Visitor(channel, at: listener), at: now())
            let body = try await request.wholeBody(within: gate.limits, on: channel)
            isReadWhole = true
            let asked = try gate.request(passed, body: body)
            let answer = try await answer(asked)
            return HTTPReply(response: answer.response(to: request.head, at: now()))
        } catch let refusal as Refusal {
            return reply(refusing: request.head, refusal, endsConnection: !isReadWhole)
        }
    }

    /// What the source answers; it is waited for no longer once the task is cancelled, and is told so.
    private func answer(_ asked: PageRequest) async throws -> PageAnswer {
        let (answers, made) = AsyncStream.makeStream(of: PageAnswer.self)
        let work = Task { [source] in made.yield(await source.answer(asked)) }
        defer { work.cancel() }
        for await answer in answers { return answer }
        throw CancellationError()
    }

    private func reply(refusing head: HTTPRequest, _ refusal: Refusal, endsConnection: Bool) -> HTTPReply {
        // The label is for whoever is told of it: it is the same in every language.
        let text = "\(refusal.words(language))\n\(refusal.rawValue)\n"
        let words = PageAnswer(.badRequest, .text, text: text, caching: .never)
        var response = words.response(to: head, at: now())
        response.status = refusal.status
        if refusal == .methodNotAllowed { response.headers[.allow] = "GET, HEAD, POST" }
        if endsConnection { response.headers[.connection] = "close" }
        return HTTPReply(response: response, endsConnection: endsConnection)
    }
}
