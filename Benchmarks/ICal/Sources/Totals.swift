import ICalKit

/// What a parse must have reached, counted the way the C driver counts.
struct Totals {
    var components = 0
    var properties = 0
    var parameters = 0
    var rules = 0
    var sum = Checksum()

    mutating func visit(_ component: Component) {
        components += 1
        for property in component.properties {
            properties += 1
            parameters += property.parameters.count
            switch property.name {
            case .summary: sum.mix(property.text)
            case .start where component.name == .event:
                if let time = property.time { sum.mix(time.local) }
            case .end:
                if let time = property.time { sum.mix(time.local) }
            case .recurrenceRule:
                rules += property.rule?.interval ?? 0
            default: break
            }
        }
        for inner in component.components { visit(inner) }
    }
}

/// The checksum of the C driver.
struct Checksum {
    private(set) var value: UInt64 = 0

    mutating func mix(_ text: String) {
        for byte in text.utf8 { value = value &* 31 &+ UInt64(byte) }
    }

    mutating func mix(_ local: LocalDateTime) {
        let (year, month, day) = local.date.parts
        let days = (year * 13 + month) * 32 + day
        value = value &* 31 &+ UInt64(days * 86_400 + local.secondOfDay)
    }

    mutating func add(_ moment: Int64) { value &+= UInt64(bitPattern: moment) }

    static func text(_ value: UInt64) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
