/// Whether a supplier still expects to change a value (SDMX CL_OBS_STATUS A and P).
package enum ObservationStatus: String, Sendable, CaseIterable, Hashable {
    case definitive
    case provisional
}
