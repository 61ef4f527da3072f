extension Stage {
    /// The stage of the school that a letter names first; primary school when it names none.
    public init(namedIn letter: String) {
        let names: [(name: String, stage: Stage)] = [
            ("義務教育学校", .compulsory), ("中学校", .juniorHigh), ("小学校", .elementary), ("中学部", .juniorHigh),
        ]
        let found = names.compactMap { name, stage in
            letter.firstRange(of: name).map { (place: $0.lowerBound, stage: stage) }
        }
        self = found.min { $0.place < $1.place }?.stage ?? .elementary
    }
}
