package import Feeds
package import Files
internal import Glibc

extension Directory {
    /// Waits until nobody has the file open for writing any more.
    ///
    /// Its writer has closed it; but a child that another test makes at that moment holds a copy of the descriptor until it
    /// runs its program, and for as long the product rightly takes the file for one that is still written.
    package func waitForWriters(of name: FileName) {
        let deadline = ContinuousClock.now + .seconds(60)
        while let file = try? openFile(name), file.writers() == .some, ContinuousClock.now < deadline {
            sched_yield()
        }
    }
}

/// Waits until nobody has the file in the folder open for writing any more.
package func waitForWriters(of name: String, in folder: String) throws {
    try Directory.open(folder).waitForWriters(of: FileName(name))
}
