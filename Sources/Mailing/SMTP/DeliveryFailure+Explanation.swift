extension DeliveryFailure.Reason {
    /// What happened and what an administrator can do.
    ///
    /// - Parameter step: where the conversation stood.
    /// - Returns: one or two English sentences without anything the relay or a user wrote.
    package func explanation(at step: SMTPStep) -> String {
        connectionExplanation(at: step) ?? protectionExplanation ?? loginExplanation ?? messageExplanation(at: step)
    }

    private func connectionExplanation(at step: SMTPStep) -> String? {
        switch self {
        case .hostNotFound: "The relay's name could not be resolved; check the relay address and the name servers."
        case .connectionRefused:
            "Nothing accepts connections at the relay's address; check its port and that its mail service runs."
        case .connectionFailed: "The relay could not be reached; check the network and the firewall."
        case .connectionLost:
            "The connection broke while \(step.gerund); nothing was delivered and it is tried again."
        case .connectionLostAfterData:
            "The connection broke after the whole message was sent and before the relay answered; it is sent again "
                + "with the same Message-ID and may arrive twice."
        case .timeout: "The relay took too long while \(step.gerund); check its load and the network."
        case .timeoutAfterData:
            "The relay did not answer in time after the whole message was sent; it is sent again with the same "
                + "Message-ID and may arrive twice."
        case .cancelled: "The delivery was called off while \(step.gerund), before the message was complete."
        case .malformedReply:
            "What the relay sent while \(step.gerund) is not SMTP; check that the address and port "
                + "are those of a relay."
        case .unexpectedReply: "The relay gave an answer that does not fit while \(step.gerund)."
        case .greylistedOrBusy, .relayClosing, .relayRefusesService, .relayNotLoopback, .tlsNotOffered,
            .tlsRefused, .tlsFailed, .certificateNotTrusted, .certificateWrongHost, .authoritiesUnreadable,
            .credentialsNeedTLS, .authenticationNotOffered, .authenticationRequired, .authenticationRefused,
            .authenticationUnavailable, .senderRefused, .relayingDenied, .recipientRefused, .mailboxFull,
            .messageRefused,
            .messageTooLarge, .eightBitNotOffered, .lineTooLong, .maildirNotWritable, .programNotRun, .programFailed,
            .bounced:
            nil
        }
    }

    private var protectionExplanation: String? {
        switch self {
        case .relayNotLoopback:
            "The relay is named as this machine but its address is elsewhere, so mail would travel unprotected; "
                + "check what the name resolves to."
        case .tlsNotOffered:
            "The relay does not offer STARTTLS, so nothing was sent; use a relay and port with TLS, such as smtps:// "
                + "on 465, and make sure that nothing in between strips it."
        case .tlsRefused: "The relay refused to start TLS, so nothing was sent; check its TLS configuration."
        case .tlsFailed:
            "TLS could not be set up, so nothing was sent; check that the scheme and port belong together and that the "
                + "relay speaks TLS 1.2 or later."
        case .certificateNotTrusted:
            "The relay's certificate is not trusted or has expired, so nothing was sent; renew it, or name its "
                + "authority as the CA file."
        case .certificateWrongHost:
            "The relay's certificate is for another host name, so nothing was sent; use the name in the certificate "
                + "as the relay address."
        case .authoritiesUnreadable:
            "The trusted certificate authorities could not be read, so nothing was sent; check the CA file and its "
                + "permissions, or install ca-certificates."
        case .hostNotFound, .connectionRefused, .connectionFailed, .connectionLost, .connectionLostAfterData,
            .timeout, .timeoutAfterData, .cancelled, .malformedReply, .unexpectedReply, .greylistedOrBusy,
            .relayClosing, .relayRefusesService, .credentialsNeedTLS, .authenticationNotOffered,
            .authenticationRequired, .authenticationRefused, .authenticationUnavailable, .senderRefused,
            .relayingDenied, .recipientRefused, .mailboxFull, .messageRefused, .messageTooLarge, .eightBitNotOffered,
            .lineTooLong,
            .maildirNotWritable, .programNotRun, .programFailed, .bounced:
            nil
        }
    }

    private var loginExplanation: String? {
        switch self {
        case .credentialsNeedTLS: "Credentials are never sent without TLS; use a relay that offers it."
        case .authenticationNotOffered:
            "The relay offers neither AUTH PLAIN nor AUTH LOGIN; check the port (often 587 or 465), or remove the "
                + "credentials if the relay needs none."
        case .authenticationRequired:
            "The relay asks for a login before it takes mail; configure a user name and password for it."
        case .authenticationRefused:
            "The relay refused the user name or password; check both. It is tried at most once an hour, so that the "
                + "account is not locked."
        case .authenticationUnavailable: "The relay could not check the login just now; it is tried again later."
        case .hostNotFound, .connectionRefused, .connectionFailed, .connectionLost, .connectionLostAfterData,
            .timeout, .timeoutAfterData, .cancelled, .malformedReply, .unexpectedReply, .greylistedOrBusy,
            .relayClosing, .relayRefusesService, .relayNotLoopback, .tlsNotOffered, .tlsRefused, .tlsFailed,
            .certificateNotTrusted, .certificateWrongHost, .authoritiesUnreadable, .senderRefused,
            .relayingDenied, .recipientRefused, .mailboxFull, .messageRefused, .messageTooLarge, .eightBitNotOffered,
            .lineTooLong,
            .maildirNotWritable, .programNotRun, .programFailed, .bounced:
            nil
        }
    }

    private func messageExplanation(at step: SMTPStep) -> String {
        switch self {
        case .greylistedOrBusy:
            "The relay asked to try again later while \(step.gerund); that is common for a first contact "
                + "or a busy relay."
        case .relayClosing: "The relay closed its service while \(step.gerund); it is tried again later."
        case .relayRefusesService:
            "The relay refuses to talk to this machine; check that it accepts this machine's address and EHLO name."
        case .senderRefused: "The relay refused the sender address; check that it may send mail from that address."
        case .relayingDenied:
            "The relay passes nothing on to that recipient for this machine; let it do so, or configure a login."
        case .recipientRefused:
            "The relay refused the recipient; check the address and whether the relay may send there."
        case .mailboxFull: "The recipient's mailbox is full; ask the recipient to make room."
        case .messageRefused: "The relay refused the message; its own words may say which rule or filter did so."
        case .messageTooLarge: "The message is larger than the relay accepts; a shorter one may be accepted."
        case .eightBitNotOffered:
            "The message contains octets above 127 and the relay does not offer 8BITMIME; this is a fault "
                + "of the program."
        case .lineTooLong:
            "The message contains a line of more than 998 octets, which SMTP forbids; this is a fault of the program."
        case .maildirNotWritable:
            "The Maildir could not be written; check its path, its rights and the room on its disk."
        case .programNotRun:
            "The program that takes mail could not be started; check its path, and whether the service may run it."
        case .programFailed: "The program that takes mail failed; what it said may tell why."
        case .bounced:
            "A later mail server reported that the mail cannot be delivered; check the address."
        // These have their explanation above.
        case .hostNotFound, .connectionRefused, .connectionFailed, .connectionLost, .connectionLostAfterData,
            .timeout, .timeoutAfterData, .cancelled, .malformedReply, .unexpectedReply, .relayNotLoopback,
            .tlsNotOffered, .tlsRefused, .tlsFailed, .certificateNotTrusted, .certificateWrongHost,
            .authoritiesUnreadable, .credentialsNeedTLS, .authenticationNotOffered, .authenticationRequired,
            .authenticationRefused, .authenticationUnavailable:
            "The delivery failed while \(step.gerund)."
        }
    }
}
