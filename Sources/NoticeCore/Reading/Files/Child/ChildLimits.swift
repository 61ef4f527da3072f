/// How much a child process may use before the kernel, or we, end it.
struct ChildLimits: Sendable {
    /// Address space in bytes: all the memory it can ever ask for.
    var memory = 300 << 20
    /// Seconds on the processor.
    var processorSeconds = 10
    /// On the wall.
    var time = Duration.seconds(20)
    /// Bytes in any one file that it writes, its output among them.
    var fileSize = 32 << 20
    /// Processes and threads at once; counted only inside a sandbox, where nobody else's are.
    var processes = 16

    /// The part of a command that puts the limits into force.
    func prlimitArguments(countsProcesses: Bool) -> [String] {
        var arguments = [
            "--as=\(memory)", "--cpu=\(processorSeconds)", "--fsize=\(fileSize)", "--core=0", "--nofile=64",
        ]
        if countsProcesses { arguments.append("--nproc=\(processes)") }
        return arguments
    }
}
