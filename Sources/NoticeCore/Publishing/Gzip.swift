import CZlib

/// Gzip (RFC 1952) of whole documents, through zlib; the same bytes in give the same bytes out.
enum Gzip {
    /// zlib refused; only a lack of memory can make it.
    struct Fault: Error {
        let code: Int32
    }

    /// 15 bits of window, and a gzip instead of a zlib header.
    private static let windowBits: Int32 = 15 + 16

    static func compress(_ bytes: [UInt8]) throws -> [UInt8] {
        var stream = z_stream()
        var code = deflateInit2_(
            &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard code == Z_OK else { throw Fault(code: code) }
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        code = run(&stream, from: bytes, into: &output) { deflate($0, Z_FINISH) }
        guard code == Z_STREAM_END else { throw Fault(code: code) }
        return Array(output.prefix(Int(stream.total_out)))
    }

    /// - Parameter size: Bytes that come out.
    static func decompress(_ bytes: [UInt8], size: Int) throws -> [UInt8] {
        var stream = z_stream()
        var code = inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw Fault(code: code) }
        defer { inflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: size)
        code = run(&stream, from: bytes, into: &output) { inflate($0, Z_FINISH) }
        guard code == Z_STREAM_END else { throw Fault(code: code) }
        return output
    }

    private static func run(
        _ stream: inout z_stream, from input: [UInt8], into output: inout [UInt8],
        _ step: (UnsafeMutablePointer<z_stream>) -> Int32
    ) -> Int32 {
        var input = input
        return input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return step(&stream)
            }
        }
    }
}
