internal import Glibc

extension Directory {
    /// Who else than root and this process's user may write in the folder, in words; `nil` where nobody may.
    ///
    /// A right that an access list gives shows in the rights of the group (acl(5)).
    package func whoElseMayWrite() throws(FileSystemFault) -> String? {
        var status = stat()
        _ = try SystemCall.make { fstat(self.descriptor, &status) }.orFault("look at", shownPath)
        if status.st_mode & S_IWOTH != 0 { return "everybody may write in it" }
        if status.st_mode & S_IWGRP != 0 { return "its group may write in it" }
        let owner = status.st_uid
        return owner == 0 || owner == geteuid() ? nil : "it belongs to the user with number \(owner)"
    }
}
