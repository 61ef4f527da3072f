import Foundation
import NoticeCore

/// `$XDG_STATE_HOME/otayori`: what an officer wrote and must not lose.
///
/// XDG Base Directory Specification: a relative path in the variable is ignored.
enum StateFolder {
    static func path(_ name: String, _ environment: [String: String]) -> String {
        let chosen = environment["XDG_STATE_HOME"] ?? ""
        let base = chosen.hasPrefix("/") ? chosen : (environment["HOME"] ?? NSHomeDirectory()) + "/.local/state"
        return (base as NSString).appendingPathComponent("otayori/" + name)
    }

    /// A name that no other file has: the moment, and six random digits.
    static func stamp(_ effects: Effects) -> String {
        "\(effects.now().text.filter(\.isNumber).prefix(14))-\(Digest(of: effects.randomBytes(8)).hex.prefix(6))"
    }
}
