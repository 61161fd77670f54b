internal import HTTPTypes
internal import Indicators

/// Why the server answers a request itself, without asking its source: one closed label for each.
enum Refusal: String, Error, Hashable, Sendable, CaseIterable {
    case malformedAddress = "malformed-address"
    case addressTooLong = "address-too-long"
    case doubledField = "doubled-field"
    case doubledHost = "doubled-host"
    case unknownHost = "unknown-host"
    case malformedUser = "malformed-user"
    case malformedForm = "malformed-form"
    case bodyTooLong = "body-too-long"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    /// A form of somebody who may only read.
    case onlyReads = "only-reads"
    /// A form that another site has sent, or whose page is too old.
    case foreignForm = "foreign-form"

    var status: HTTPResponse.Status {
        switch self {
        case .malformedAddress, .doubledField, .doubledHost, .malformedUser, .malformedForm: .badRequest
        case .onlyReads, .foreignForm: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLong: .contentTooLarge
        case .addressTooLong: .uriTooLong
        case .unknownHost: .misdirectedRequest
        }
    }

    /// What is wrong and what to do, in a line.
    func words(_ language: Language) -> String {
        let say = Phrases(language).say
        return switch self {
        case .malformedAddress:
            say(
                "Dit adres is niet goed geschreven. Ga naar het overzicht en volg de links.",
                "This address is not written well. Go to the overview and follow the links."
            )
        case .addressTooLong: say("Dit adres is te lang.", "This address is too long.")
        case .doubledField:
            say("In dit adres of formulier staat een veld twee keer.", "A field stands twice in this address or form.")
        case .doubledHost: say("De vraag noemt twee hosts.", "The request names two hosts.")
        case .unknownHost:
            say(
                "Onder deze naam is de pagina niet bekend. De beheerder zet de naam bij 'page: address'.",
                "The page is not known under this name. The administrator adds the name as 'page: address'."
            )
        case .malformedUser:
            say(
                "De naam van wie is ingelogd, is niet goed doorgegeven. Meld dit aan de beheerder.",
                "The name of who has signed in was not passed on well. Tell the administrator."
            )
        case .malformedForm: say("Het formulier is niet goed verstuurd.", "The form was not sent well.")
        case .bodyTooLong:
            say("Dit is te lang. Schrijf een kortere tekst.", "This is too long. Write a shorter text.")
        case .notFound: say("Deze pagina bestaat niet.", "This page does not exist.")
        case .methodNotAllowed: say("Dit kan hier niet.", "This cannot be done here.")
        case .onlyReads:
            say(
                "U kunt hier lezen, en geen meldingen afhandelen. De beheerder zet wie dat kan bij 'page: people'.",
                "You can read here, and handle no alerts. The administrator adds who can as 'page: people'."
            )
        case .foreignForm:
            say(
                "Dit formulier is te oud, of komt niet van deze pagina. Open de pagina opnieuw en probeer het nog eens.",
                "This form is too old, or does not come from this page. Open the page again and try once more."
            )
        }
    }
}
