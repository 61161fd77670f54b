internal import Glibc

/// Who gives an order.
package enum SystemUser {
    /// The name of the user that this process runs as, with that of whoever became it by sudo: `root (sudo: piet)`.
    package static func name(environment: [String: String]) -> String {
        let own = loginName(of: getuid()) ?? "uid \(getuid())"
        guard let caller = environment["SUDO_USER"], !caller.isEmpty, caller != own else { return own }
        return "\(own) (sudo: \(caller))"
    }

    private static func loginName(of user: uid_t) -> String? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        guard getpwuid_r(user, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name
        else {
            return nil
        }
        return String(cString: name)
    }
}
