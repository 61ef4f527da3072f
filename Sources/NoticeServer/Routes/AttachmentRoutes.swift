import Foundation
import HTTPTypes
import Hummingbird
import NoticeCore

/// Files of letters: in by streaming, out for officers alone.
struct AttachmentRoutes {
    let store: NoticeStore
    let limits: BodyLimits

    func add(to officers: RouterGroup<OfficerContext>) {
        officers.post(RouterPath(SiteRoute.attachments), use: upload)
        officers.get(RouterPath(SiteRoute.attachment("{digest}")), use: download)
    }

    @Sendable private func upload(
        _ request: Request, _ context: OfficerContext
    ) async throws -> JSONBody<AttachmentReferenceBody> {
        guard let name = Query(request).text("file_name") else {
            throw NoticeError.invalid(.missing, field: "file_name")
        }
        let declared = request.headers[.contentLength].flatMap { Int($0) }
        if let declared, declared > limits.attachment { throw NoticeError.tooLarge(limitBytes: limits.attachment) }
        let upload = try await store.beginAttachment(fileName: name, limit: limits.attachment, by: context.officer)
        do {
            var received = 0
            for try await chunk in request.body {
                received += chunk.readableBytes
                try await upload.append(Array(chunk.readableBytesView))
            }
            if let declared, received != declared { throw NoticeError.unavailable }
            return JSONBody(try await upload.finish(), status: .created)
        } catch {
            await upload.abandon()
            throw error
        }
    }

    /// Never shown in place: whatever it is, a browser saves it.
    @Sendable private func download(_ request: Request, _ context: OfficerContext) async throws -> Response {
        guard let digest = Digest(hex: try context.text("digest")) else { throw NoticeError.notFound }
        let (reference, file) = try await store.attachment(digest, for: context.officer)
        let body = try await FileIO().loadFile(path: file.path, context: context)
        let name = reference.fileName.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "attachment"
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/octet-stream",
                .contentDisposition: "attachment; filename*=UTF-8''\(name)",
                .contentLength: body.contentLength.map(String.init) ?? "0",
            ],
            body: body
        )
    }
}
