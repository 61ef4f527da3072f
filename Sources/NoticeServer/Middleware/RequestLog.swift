import Logging
import NIOCore

/// One line a request: method, route template, status and time; never the path, which may hold a secret.
struct RequestLog: Sendable {
    let logger: Logger

    /// - Parameters:
    ///   - route: The template of the route; `nil` when none fits.
    ///   - started: When the request was complete, where that is known.
    func record(method: String, route: String?, status: Int, started: NIODeadline? = nil) {
        guard logger.logLevel <= .info else { return }
        var line = "\(Self.known(method)) \(route ?? "(none)") \(status)"
        if let started { line += " \((NIODeadline.now() - started).nanoseconds / 1000)us" }
        logger.info("\(line)")
    }

    /// A method is the client's text: what HTTP does not name stays out of the log.
    private static func known(_ method: String) -> String {
        ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "-"].contains(method) ? method : "(other)"
    }
}
