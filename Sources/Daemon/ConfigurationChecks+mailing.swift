internal import Catalogue
internal import Mailing

extension ConfigurationChecks {
    /// What the mail client asks of addresses and of the relay.
    static let ofMailing = ConfigurationChecks(
        mailAddress: { text in
            do throws(MailAddressError) {
                _ = try MailAddress(text)
                return nil
            } catch {
                return error.description
            }
        },
        relay: { text in
            do throws(RelayAddressError) {
                _ = try RelayTarget(text)
                return nil
            } catch {
                return error.description
            }
        }
    )
}
