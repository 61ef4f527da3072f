import Foundation
import HTTPTypes
import Hummingbird
import NoticeCore

/// A body of `/api/v1` as an answer.
struct JSONBody<Value: Encodable>: ResponseGenerator {
    let value: Value
    let status: HTTPResponse.Status
    let headers: HTTPFields

    init(_ value: Value, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) {
        self.value = value
        self.status = status
        self.headers = headers
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        let data = try APICoding.encode(value)
        var response = Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
        response.headers[.contentType] = "application/json"
        return response
    }
}

extension Request {
    /// Decodes a body of `/api/v1`.
    func decoded<Value: Decodable>(as type: Value.Type) async throws -> Value {
        let mediaType = headers[.contentType]?.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        guard mediaType == nil || mediaType == "application/json" else { throw NoticeError.unsupportedType }
        return try APICoding.decode(type, from: Data(try await bytes()))
    }

    /// Like ``decoded(as:)``, for bodies that may be left out.
    func decoded<Value: Decodable>(as type: Value.Type, orEmpty empty: Value) async throws -> Value {
        if headers[.contentLength] == "0" || (headers[.contentLength] == nil && headers[.transferEncoding] == nil) {
            return empty
        }
        return try await decoded(as: type)
    }

    /// The whole body, up to the limit of everything that is no attachment.
    func bytes() async throws -> [UInt8] {
        let limit = BodyLimits().ordinary
        if let declared = headers[.contentLength].flatMap({ Int($0) }), declared > limit {
            throw NoticeError.tooLarge(limitBytes: limit)
        }
        let buffer = try await body.collect(upTo: limit)
        return Array(buffer.readableBytesView)
    }

    /// The revision that a change rests on: `If-Match: "3"` (RFC 9110, section 13.1.1).
    func expectedRevision() throws(NoticeError) -> Int {
        guard let field = headers[.ifMatch] else { throw .preconditionMissing }
        guard field.count >= 3, field.first == "\"", field.last == "\"",
            let revision = Int(field.dropFirst().dropLast()),
            revision > 0
        else { throw .invalid(.malformed, field: "If-Match", value: field) }
        return revision
    }
}
