internal import StatusPage
internal import Storage
internal import Telling

/// What programs ask below `/api/v1`.
extension PageDesk {
    func api(_ question: PageAddress.APIQuestion, as form: APIForm, _ request: PageRequest) async -> PageAnswer {
        guard request.method == .get else {
            return PageAnswer(.methodNotAllowed, .json, text: APIFault.json("this address is only read, with GET"))
        }
        let active = await active()
        do {
            let made = try await consistently(active) { store in
                let reader = APIReader(active: active, store: store, now: self.clock.now(), form: form) {
                    try await self.disclosure(active, store)
                }
                return Self.answer(try await reader.page(question), question, as: form)
            }
            return made ?? Self.unreadableStore
        } catch let fault as APIFault {
            return Self.refusal(fault)
        } catch {
            // Which file it is, and why, 'peilwacht status' says to administrators: whoever asks here need not be one.
            forgetStore()
            return Self.unreadableStore
        }
    }

    /// That nothing can be told for now.
    private static var unreadableStore: PageAnswer {
        let words = APIFault.json("the store cannot be read now; ask again later")
        return PageAnswer(.unavailable(retryAfter: 60), .json, text: words, caching: .never)
    }

    /// Why what a program asks below `/api` is not there.
    func apiRefusal(_ request: PageRequest) -> PageAnswer {
        guard request.path.dropFirst().first == "v1" else { return Self.refusal(.noSuchAddress) }
        do throws(APIFault) {
            _ = try PageAddress.APIQuestion.read(request.path.dropFirst(2), request.query)
            return Self.refusal(.noSuchAddress)
        } catch {
            return Self.refusal(error)
        }
    }

    private static func refusal(_ fault: APIFault) -> PageAnswer {
        PageAnswer(fault.isAboutParameters ? .badRequest : .notFound, .json, text: fault.json, caching: .never)
    }

    private static func answer(
        _ page: APIReader.Page,
        _ question: PageAddress.APIQuestion,
        as form: APIForm
    ) -> PageAnswer {
        var answer: PageAnswer
        switch form {
        case .json: answer = PageAnswer(.ok, .json, text: page.text)
        case .csv:
            answer = PageAnswer(.ok, .csv, text: page.text, fileName: "peilwacht-\(question.endpoint.rawValue).csv")
        }
        answer.links = page.next.map { [.init("next", path: PageAddress.api($0, as: form).path)] } ?? []
        return answer
    }
}
