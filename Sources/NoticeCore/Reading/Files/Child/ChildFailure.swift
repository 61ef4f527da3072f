/// How a child process ended when it did not end well; what it said is for nobody's eyes.
enum ChildFailure: Error, Equatable {
    /// It found something wrong with the file, or was stopped by a limit that it could notice.
    case exited(status: Int32)
    /// The kernel ended it: a limit, or a crash.
    case killed
    case timedOut
    /// It wrote as much as it may.
    case tooMuchOutput
}

extension ChildFailure {
    /// What a person is told: the file is damaged, or asks for more than any letter needs.
    func error(whenExited damaged: NoticeError) -> NoticeError {
        switch self {
        case .exited: damaged
        case .killed, .timedOut, .tooMuchOutput: .invalid([Flaw(.tooDemanding)])
        }
    }
}
