/// A value with the place it was read from.
struct Located<Value> {
    let value: Value
    let place: Place

    /// The value changed, at the same place.
    func map<Other>(_ change: (Value) -> Other) -> Located<Other> { Located<Other>(value: change(value), place: place) }
}

extension Located: Equatable where Value: Equatable {}
