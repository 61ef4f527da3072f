import NIOCore

extension EventLoopGroup {
    /// Waits on an event loop: the timers behind `Task.sleep` stand still under a shifted clock (libfaketime).
    ///
    /// - Returns: `false` when the task was cancelled meanwhile.
    @discardableResult
    func pause(for time: TimeAmount) async -> Bool {
        let alarm = any().scheduleTask(in: time) {}
        await withTaskCancellationHandler {
            _ = try? await alarm.futureResult.get()
        } onCancel: {
            alarm.cancel()
        }
        return !Task.isCancelled
    }
}
