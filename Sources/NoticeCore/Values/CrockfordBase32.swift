/// Base 32 without I, L, O and U, so that people can copy it from paper (Crockford, "Base 32").
enum CrockfordBase32 {
    private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Five bits a character, most significant first; a last group is filled with zero bits.
    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[(buffer >> bits) & 31])
            }
        }
        if bits > 0 { text.append(digits[(buffer << (5 - bits)) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    static func digit(_ value: Int) -> Character { Character(Unicode.Scalar(digits[value])) }

    /// Reads one character as people write it: any case, O as 0, I and L as 1.
    static func value(of character: UInt8) -> Int? {
        let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(character) ? character - 32 : character
        switch upper {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return digits.firstIndex(of: upper)
        }
    }

    static func isLowercaseDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            ![UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "o"), UInt8(ascii: "u")].contains(byte)
        default: false
        }
    }

    /// The check character by Luhn's rule modulo 32 (ISO/IEC 7812-1, annex B, for 32 digits): every single wrong
    /// character and nearly every swap of neighbours is noticed, and it stays within the letters on the slip.
    static func check(of values: [Int]) -> Character {
        var sum = 0
        for (position, value) in values.reversed().enumerated() {
            let weighted = position % 2 == 0 ? value * 2 : value
            sum += weighted / 32 + weighted % 32
        }
        return digit((32 - sum % 32) % 32)
    }
}
