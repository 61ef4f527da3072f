import Hummingbird
import NoticeCore

/// Year plans: a table becomes a change set.
struct ImportRoutes {
    let store: NoticeStore

    func add(to officers: RouterGroup<OfficerContext>) {
        officers.post(RouterPath(SiteRoute.imports)) { request, context in
            let query = Query(request)
            let options = ImportOptions(
                school: try query.school(), layout: try query.choice("layout", ImportOptions.Layout.self) ?? .auto,
                schoolYear: try query.schoolYear(), columns: try ColumnMap(parsing: query.texts("column")),
                dryRun: try query.flag("dry_run"), partial: try query.flag("partial"), language: context.language
            )
            let report = try await store.importEvents(try await request.bytes(), options, by: context.officer)
            return JSONBody(report, status: report.dryRun ? .ok : .created)
        }
    }
}
