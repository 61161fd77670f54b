/// Why the rule `change` says what it says.
package enum ChangeReason: String, RuleReason {
    case worse = "changed-for-worse"
    case better = "changed-for-better"
    case hardly = "hardly-changed"
    case tooFewValues = "too-few-values"
    case noValue = "no-value"
}
