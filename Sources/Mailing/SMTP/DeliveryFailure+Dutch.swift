extension DeliveryFailure.Reason {
    /// What happened and what an administrator can do, in Dutch, for who reads of it afterwards.
    package var dutchExplanation: String {
        switch self {
        case .hostNotFound: "De naam van de mailserver is onbekend; controleer het adres en de naamservers."
        case .connectionRefused: "De mailserver neemt geen verbindingen aan; controleer de poort en of hij draait."
        case .connectionFailed: "De mailserver was niet te bereiken; controleer het netwerk en de firewall."
        case .connectionLost: "De verbinding met de mailserver brak af; er is niets bezorgd."
        case .connectionLostAfterData, .timeoutAfterData:
            "De mailserver gaf na het hele bericht geen antwoord; het kan toch zijn aangekomen."
        case .timeout: "De mailserver deed er te lang over; controleer zijn belasting en het netwerk."
        case .cancelled: "De bezorging is afgebroken voordat het bericht compleet was."
        case .malformedReply: "Wat de mailserver antwoordde is geen SMTP; controleer het adres en de poort."
        case .unexpectedReply: "De mailserver gaf een antwoord dat niet past."
        case .greylistedOrBusy: "De mailserver vroeg steeds om het later te proberen."
        case .relayClosing: "De mailserver sloot steeds de verbinding."
        case .relayRefusesService:
            "De mailserver weigert deze machine; controleer of hij haar adres en EHLO-naam aanneemt."
        case .relayNotLoopback: "De mailserver heet deze machine te zijn, maar zijn adres ligt elders."
        case .tlsNotOffered: "De mailserver biedt geen STARTTLS; gebruik een mailserver en poort met TLS."
        case .tlsRefused: "De mailserver weigerde TLS; controleer zijn instellingen."
        case .tlsFailed: "TLS kwam niet tot stand; controleer of schema en poort bij elkaar horen."
        case .certificateNotTrusted:
            "Het certificaat van de mailserver is verlopen of niet vertrouwd; vernieuw het of geef ca_file op."
        case .certificateWrongHost: "Het certificaat van de mailserver staat op een andere naam."
        case .authoritiesUnreadable:
            "De vertrouwde certificaten waren niet te lezen; controleer ca_file of installeer ca-certificates."
        case .credentialsNeedTLS: "Zonder TLS wordt geen wachtwoord verstuurd; gebruik een mailserver met TLS."
        case .authenticationNotOffered:
            "De mailserver laat niet inloggen; controleer de poort of haal de gebruiker weg."
        case .authenticationRequired: "De mailserver wil dat er wordt ingelogd; stel een gebruiker en wachtwoord in."
        case .authenticationRefused: "De mailserver weigerde de gebruiker of het wachtwoord; controleer beide."
        case .authenticationUnavailable: "De mailserver kon het wachtwoord niet controleren."
        case .senderRefused: "De mailserver weigert de afzender; controleer of hij van dat adres mag sturen."
        case .relayingDenied:
            "De mailserver stuurt voor deze machine niets door naar dat adres; laat hem dat toestaan, of log in."
        case .recipientRefused: "De mailserver weigert de ontvanger; controleer het adres."
        case .mailboxFull: "De mailbox van de ontvanger is vol; vraag de ontvanger om ruimte te maken."
        case .messageRefused: "De mailserver weigerde het bericht."
        case .messageTooLarge: "Het bericht is groter dan de mailserver aanneemt."
        case .maildirNotWritable: "De Maildir was niet te beschrijven; controleer pad, rechten en schijfruimte."
        case .programNotRun:
            "Het mailprogramma was niet te starten; controleer het pad en of de dienst het mag starten."
        case .programFailed: "Het mailprogramma mislukte."
        case .bounced: "Een latere mailserver meldt dat de mail niet te bezorgen is; controleer het adres."
        case .eightBitNotOffered, .lineTooLong:
            "Het bericht heeft een vorm die niet mag; dat is een fout van Peilwacht."
        }
    }
}
