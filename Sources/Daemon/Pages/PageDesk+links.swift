internal import Alerting
internal import Catalogue
internal import Indicators
internal import StatusPage
internal import Storage
internal import Synchronization
internal import Telling

/// What the links in mails lead to: nobody has to sign in, since the link itself says who may do what.
extension PageDesk {
    /// Shows what a link will do; does it where the form on that page was sent.
    ///
    /// Programs that look at mails follow every link: looking changes nothing.
    func takeUp(_ token: String, _ request: PageRequest) async -> PageAnswer {
        guard let links = await active().links, let handle else { return await notFound() }
        guard request.method == .post else { return await shown(token, by: links) }
        let found = Mutex<TakeUpPage.Standing?>(nil)
        let asked = await shown(token, by: links) { standing in found.withLock { $0 = standing } }
        guard case .asked(let episode, let name)? = found.withLock({ $0 }) else { return asked }
        // What is shown may be made more than once; this is done once.
        let active = await active()
        let way = active.phrases.say("via link in mail", "by a link in a mail")
        let order = HandlingOrder(
            .acknowledge(episode.id, until: .resolved),
            by: "\(name) (\(way))",
            why: nil,
            at: clock.now(),
            having: episode.handling
        )
        guard await handle(order).status == ExitStatus.done.rawValue else {
            return await shown(token, by: links, instead: .notCarriedOut)
        }
        return await shown(token, by: links, instead: .done(episode, by: name))
    }

    /// Shows what becomes of a link.
    ///
    /// - Parameters:
    ///   - token: the link.
    ///   - links: reads it.
    ///   - outcome: what came of the order; `nil` where none was given.
    ///   - found: hears what was found.
    /// - Returns: the page.
    private func shown(
        _ token: String,
        by links: MailLinkSigner,
        instead outcome: TakeUpPage.Standing? = nil,
        _ found: @escaping @Sendable (TakeUpPage.Standing) -> Void = { _ in }
    ) async -> PageAnswer {
        await shown { [self] reading in
            var standing = try await standing(of: token, by: links, reading)
            // Where the order was not carried out, what is found now mostly says why.
            if let outcome, outcome.isDone || standing.isAsked { standing = outcome }
            found(standing)
            return try await answer(standing, token, reading)
        }
    }

    private func standing(
        of token: String,
        by links: MailLinkSigner,
        _ reading: PageReading
    ) async throws -> TakeUpPage.Standing {
        let link: MailLink
        do throws(MailLink.Fault) {
            link = try links.link(of: token, at: reading.now)
        } catch {
            switch error {
            case .forged: return .forged
            case .expired: return .expired
            }
        }
        guard let alert = AlertKey(name: AlertName(link.episode)) else { return .forged }
        guard let name = reading.active.name(ofReader: link.recipient, about: alert.series.indicator) else {
            return .notSubscribed
        }
        let open = try await reading.store?.episodes(of: [alert.series]).open.values.first { $0.id == link.episode }
        guard let open else { return .ended }
        let told = open.told(by: reading.plan.disclosure)
        guard let earlier = told.handling.acknowledgement else { return .asked(open, by: name) }
        return .taken(open, earlier)
    }

    private func answer(
        _ standing: TakeUpPage.Standing,
        _ token: String,
        _ reading: PageReading
    ) async throws -> PageAnswer {
        let title = TakeUpPage.title(standing, in: reading.plan.phrases)
        let frame = try await framed(title, at: .takeUp(token), reading)
        let page = TakeUpPage(standing, token: token, in: frame, plan: reading.plan)
        return PageAnswer(standing.status, .html, text: page.html, caching: .never)
    }
}

extension TakeUpPage.Standing {
    fileprivate var isAsked: Bool { if case .asked = self { true } else { false } }

    fileprivate var isDone: Bool { if case .done = self { true } else { false } }

    fileprivate var status: PageAnswer.Status {
        switch self {
        case .asked, .done, .taken, .ended: .ok
        case .notSubscribed, .expired, .forged: .forbidden
        case .notCarriedOut: .unavailable(retryAfter: 60)
        }
    }
}

extension ActiveConfiguration {
    /// The name of whoever gets mails at an address about an indicator; `nil` where nobody does any more.
    fileprivate func name(ofReader address: String, about indicator: IndicatorID) -> String? {
        guard let indicator = register.indicators[indicator],
            let reader = subscriptions.first(where: { $0.who.address == address && $0.about.covers(indicator) })
        else { return nil }
        return (reader.who.name ?? address).oneLine(limit: 100)
    }
}
