package typealias JudgingStore = Store
package typealias DigestStore = Store
