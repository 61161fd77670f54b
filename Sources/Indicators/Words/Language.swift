/// The language of what people read: mails, receipts, alerts.
package enum Language: String, Sendable, CaseIterable, Hashable {
    case nl
    case en
}
