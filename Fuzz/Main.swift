/// libFuzzer's entry: any bytes, and nothing may fail.
@_cdecl("LLVMFuzzerTestOneInput")
public func exercise(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    if let failure = Exercise.failure(bytes) { preconditionFailure(failure) }
    return 0
}
