package import Assessment
package import Indicators

extension Phrases {
    /// The word of a light.
    package func light(_ light: Light) -> String {
        switch light {
        case .red: say("Rood", "Red")
        case .amber: say("Oranje", "Amber")
        case .green: say("Groen", "Green")
        case .grey: say("Grijs", "Grey")
        }
    }
}
