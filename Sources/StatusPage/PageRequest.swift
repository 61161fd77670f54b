/// What a browser or a program asks, as the server let it through.
///
/// Everything in it is decoded once, strictly: no empty part, no `..`, no NUL, valid UTF-8; what is otherwise never gets here.
package struct PageRequest: Hashable, Sendable {
    package enum Method: Hashable, Sendable {
        /// Also what was asked as HEAD: it is answered alike and sent without its body.
        case get
        /// A form that changes something; the server has seen to it that it comes from a page of ours.
        case post
        /// A form of somebody who may send it, from a page of ours, whose token does not count any more: nothing is done by
        /// it, and what was typed can be shown again.
        case lateForm
    }

    package let method: Method
    /// The parts of the path: none for `/`, two for `/programma/dronten-2026`.
    package let path: [String]
    /// The fields of the query by their names; a name that stands twice is refused before.
    package let query: [String: String]
    /// The fields of a form, unless the method is ``Method/get``.
    package let form: [String: String]
    /// The header `Accept`, for what comes in more than one form.
    package let accept: String?
    /// Who looks, as the proxy says that is trusted; `nil` for anybody else, who may only read.
    package let person: Person?

    package init(
        _ method: Method = .get,
        path: [String],
        query: [String: String] = [:],
        form: [String: String] = [:],
        accept: String? = nil,
        person: Person? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.form = form
        self.accept = accept
        self.person = person
    }
}

extension PageRequest {
    /// Somebody who has signed in at the proxy.
    package struct Person: Hashable, Sendable {
        package let name: String
        /// Makes the tokens of the forms that are shown; `nil` for somebody who may not handle alerts, and sees no forms.
        package let tokens: FormTokens?

        package init(name: String, tokens: FormTokens?) {
            self.name = name
            self.tokens = tokens
        }
    }
}
