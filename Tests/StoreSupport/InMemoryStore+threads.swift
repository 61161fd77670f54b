internal import Alerting
package import Storage

extension InMemoryStore {
    package func thread(of episodes: [String], to recipient: String) async throws -> MailThread? {
        read { memory in
            var mails: [Int] = []
            for episode in episodes {
                guard let mail = memory.lastMail(about: episode, to: recipient) else { return nil }
                mails.append(mail)
            }
            let roots = Set(mails.compactMap { memory.way(to: $0).first?.id })
            return roots.count == 1 ? mails.max().flatMap(memory.thread) : nil
        }
    }

    package func thread(ofDigestsOf subscription: String, to recipient: String) async throws -> MailThread? {
        read { memory in
            let digest = memory.messages.last { message in
                message.content.subscription == subscription && message.content.recipient == recipient
                    && message.folder != .failed && message.content.key.hasPrefix("digest/")
            }
            return digest.flatMap { memory.thread(through: $0.id) }
        }
    }
}

extension Memory {
    fileprivate func lastMail(about episode: String, to recipient: String) -> Int? {
        let own = Set(events.filter { $0.transition.episode.id == episode }.map(\.seq))
        return notifications.filter { own.contains($0.event) }.compactMap(\.message)
            .filter { messages[$0 - 1].content.recipient == recipient && messages[$0 - 1].folder != .failed }.max()
    }

    fileprivate func way(to mail: Int) -> [Message] {
        guard let parent = messages[mail - 1].content.parent else { return [messages[mail - 1]] }
        return way(to: parent) + [messages[mail - 1]]
    }

    fileprivate func thread(through mail: Int) -> MailThread? {
        MailThread(through: mail, all: way(to: mail).map(\.content.messageID))
    }
}
