import Foundation

/// Standard output or standard error.
struct StandardStream: Sendable {
    let descriptor: Int32

    static let output = StandardStream(descriptor: STDOUT_FILENO)
    static let error = StandardStream(descriptor: STDERR_FILENO)

    /// Whether a person reads along.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    func write(line text: String) {
        write(Array((text + "\n").utf8))
    }

    /// Writes all bytes.
    ///
    /// - Returns: Whether they were taken; a reader that went away (`| head`) is no defect of ours.
    @discardableResult
    func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                return false
            }
            rest = rest.dropFirst(written)
        }
        return true
    }

    /// Writes a result, of which nothing may get lost: a full disk is a failure, a reader that went away is not.
    func deliver(_ bytes: [UInt8]) throws(LocalFailure) {
        guard !write(bytes), errno != EPIPE else { return }
        throw .cannotWrite("-")
    }

    func deliver(line text: String) throws(LocalFailure) {
        try deliver(Array((text + "\n").utf8))
    }
}
