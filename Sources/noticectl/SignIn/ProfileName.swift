import ArgumentParser
import Foundation

/// The name of a stored sign-in; also a file's name, so nothing but letters, digits, `-` and `_`.
struct ProfileName: Equatable, Sendable {
    let text: String

    static let standard = ProfileName(unchecked: "default")

    init?(_ text: String) {
        let allowed = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard allowed, (1...64).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    private init(unchecked text: String) {
        self.text = text
    }

    /// `NOTICE_PROFILE`, or the standard one.
    ///
    /// - Throws: ``LocalFailure/usage(_:)`` for a name that cannot be one: another account must never step in silently.
    static func chosen(
        in environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(LocalFailure) -> ProfileName {
        guard let text = environment["NOTICE_PROFILE"], !text.isEmpty else { return .standard }
        guard let name = ProfileName(text) else { throw .usage(Strings[.optionProfileInvalid]) }
        return name
    }

    /// `NAME-2`, `NAME-3` …: where an earlier sign-in is kept.
    func numbered(_ number: Int) -> ProfileName { ProfileName(unchecked: "\(text)-\(number)") }
}

extension ProfileName: ExpressibleByArgument {
    init?(argument: String) {
        self.init(argument)
    }
}
