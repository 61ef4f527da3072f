import Foundation

/// The words that this process was started with.
///
/// Swift looks for `argv` beside the environment on the stack. A preloaded library that sets a variable moves the environment
/// away (libfaketime does), and `CommandLine.arguments` is empty; the kernel keeps them in `/proc/self/cmdline`.
public enum ProcessArguments {
    /// Everything behind the program's name.
    public static func words() -> [String] {
        guard let kept = FileManager.default.contents(atPath: "/proc/self/cmdline"), kept.last == 0 else {
            return Array(CommandLine.arguments.dropFirst())
        }
        return words(kept)
    }

    /// - Parameter kept: Every word, each closed by a NUL.
    static func words(_ kept: Data) -> [String] {
        kept.split(separator: 0, omittingEmptySubsequences: false).dropFirst().dropLast()
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
