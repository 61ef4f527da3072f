import Foundation

/// Looks into files that officers hand in, always in child processes (ARCHITECTURE, decision 5).
///
/// Guards how many of them run at once: each may use all the memory and time that its limits allow.
actor FileInspector {
    private let searchPath: String?
    private let bounds: ReadingBounds
    private var tools: FileTools?
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(
        searchPath: String? = ProcessInfo.processInfo.environment["PATH"], bounds: ReadingBounds = .server,
        atOnce: Int = 2
    ) {
        self.searchPath = searchPath
        self.bounds = bounds
        free = atOnce
    }

    /// Whether a file is what it says it is, and within bounds.
    ///
    /// - Throws: ``NoticeError`` with what is wrong with it; ``NoticeError/unprotected`` or ``NoticeError/missingTool(_:)`` when this
    ///   machine cannot look into such a file safely: then it is refused rather than kept unseen.
    func inspect(_ path: String, name: String) async throws {
        let file = try LetterFile(path: path, name: name, bounds: bounds)
        guard file.type.isParsed else {
            try await file.inspect(with: .none)
            let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
            guard PictureEnd.isThere(in: data, of: file.type) else { throw NoticeError.corruptImage }
            return
        }
        try await inTurn { try await file.inspect(with: $0) }
    }

    /// The text of a file.
    ///
    /// - Throws: As ``inspect(_:name:)``.
    func text(of path: String, name: String) async throws -> ExtractedText {
        let file = try LetterFile(path: path, name: name, bounds: bounds)
        if file.type == .text { return try await file.text(with: .none) }
        return try await inTurn { try await file.text(with: $0) }
    }

    private func inTurn<Result: Sendable>(
        _ work: @Sendable (FileTools) async throws -> Result
    ) async throws -> Result {
        if free > 0 {
            free -= 1
        } else {
            // The place of whoever ends is handed on, so `free` stays as it is.
            await withCheckedContinuation { waiting.append($0) }
        }
        defer {
            if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
        }
        return try await work(try await prepared())
    }

    private func prepared() async throws -> FileTools {
        if let tools { return tools }
        let fresh = try await FileTools.prepared(searchPath: searchPath, protection: .sandbox)
        tools = fresh
        return fresh
    }
}

extension ReadingBounds {
    /// A server has others to serve: fewer pages are recognised than on an officer's own machine.
    static var server: ReadingBounds {
        var bounds = ReadingBounds()
        bounds.pagesRecognised = 8
        return bounds
    }
}

extension FileType {
    /// Whether looking into it takes somebody else's parser; a picture's size stands in its first bytes.
    fileprivate var isParsed: Bool {
        switch self {
        case .pdf, .docx, .xlsx: true
        case .jpeg, .png, .webp, .heic, .text: false
        }
    }
}

extension FileTools {
    /// No program at all: for files that need none.
    fileprivate static var none: FileTools { FileTools(folders: [], isSandboxed: true) }
}
