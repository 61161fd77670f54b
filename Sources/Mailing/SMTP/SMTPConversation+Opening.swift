import FoundationEssentials

/// How far logging in has come.
enum SMTPLogin: Sendable {
    case notBegun
    case plainAwaitsChallenge
    case loginAwaitsUserPrompt
    case loginAwaitsPasswordPrompt
    case awaitsVerdict

    /// Base64, in which all fields of AUTH travel (RFC 4954 section 4).
    static func encoded(_ octets: [UInt8]) -> [UInt8] { Array(Data(octets).base64EncodedString().utf8) }
}

/// From the connection to the login.
extension SMTPConversation {
    mutating func begin() -> [Action] {
        guard stream.longestLine <= SMTPDataStream.longestAllowedLine else {
            return abandon(.permanent(DeliveryFailure(.lineTooLong, at: step)))
        }
        return [.connect]
    }

    mutating func connected(overLoopback: Bool) -> [Action] {
        guard step == .connect else { return [] }
        switch settings.protection {
        case .implicitTLS:
            step = .handshake
            return [.startTLS]
        case .none where !overLoopback: return abandon(.relayFault(DeliveryFailure(.relayNotLoopback, at: step)))
        case .none, .startTLS, .startTLSIfOffered:
            step = .greeting
            return []
        }
    }

    mutating func encrypted() -> [Action] {
        guard step == .handshake else { return [] }
        isEncrypted = true
        // What came before the handshake could have been slipped in by anyone (RFC 3207 section 4.2).
        parser.discard()
        guard settings.protection != .implicitTLS else {
            step = .greeting
            return []
        }
        return sayHello()
    }

    mutating func sayHello() -> [Action] {
        command("EHLO \(settings.heloName)", then: .hello)
    }

    mutating func learned(_ capabilities: SMTPCapabilities) -> [Action] {
        self.capabilities = capabilities
        guard !isEncrypted else { return logIn() }
        switch settings.protection {
        case .implicitTLS, .none: return logIn()
        case .startTLSIfOffered where !capabilities.startTLS: return logIn()
        case .startTLS, .startTLSIfOffered:
            guard capabilities.startTLS else { return finish(.relayFault(DeliveryFailure(.tlsNotOffered, at: step))) }
            return command("STARTTLS", then: .startTLS)
        }
    }

    mutating func tlsAgreed() -> [Action] {
        step = .handshake
        return [.startTLS]
    }

    private mutating func logIn() -> [Action] {
        guard settings.credentials != nil else { return startMail() }
        // The settings already rule this out; credentials are worth a second lock.
        guard isEncrypted else { return finish(.relayFault(DeliveryFailure(.credentialsNeedTLS, at: step))) }
        // No initial response: it may exceed the command line, and some relays do not take it.
        switch capabilities.mechanism {
        case .plain:
            login = .plainAwaitsChallenge
            return command("AUTH PLAIN", then: .authentication)
        case .login:
            login = .loginAwaitsUserPrompt
            return command("AUTH LOGIN", then: .authentication)
        case nil: return finish(.relayFault(DeliveryFailure(.authenticationNotOffered, at: step)))
        }
    }

    /// Answers a 334, or returns nil when none was due.
    mutating func answerChallenge() -> [Action]? {
        guard isEncrypted, let credentials = settings.credentials else { return nil }
        switch login {
        case .plainAwaitsChallenge:
            login = .awaitsVerdict
            return respond(credentials.plainResponse)
        case .loginAwaitsUserPrompt:
            login = .loginAwaitsPasswordPrompt
            return respond(Array(credentials.user.utf8))
        case .loginAwaitsPasswordPrompt:
            login = .awaitsVerdict
            return respond(credentials.password.reveal())
        case .notBegun, .awaitsVerdict: return nil
        }
    }

    private func respond(_ octets: [UInt8]) -> [Action] {
        [.send(SMTPLogin.encoded(octets) + Array("\r\n".utf8))]
    }
}
