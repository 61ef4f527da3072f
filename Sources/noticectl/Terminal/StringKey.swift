/// Every piece of wording; the value is the key in `Resources/Strings/*.json`.
///
/// Keys with a dot are words for values of the API: family, then value.
enum StringKey: String, CaseIterable, Sendable {
    // The program.
    case rootAbstract, rootDiscussion, optionJSON, optionProfile, optionProfileInvalid, optionAssociationInvalid
    case optionAssociation, optionSchool, optionGrade, optionSchoolYear, optionReason, optionRevision, listSeparator
    case uploading

    // Calendar files.
    case iCalAbstract, iCalCheckAbstract, iCalCheckStrict, iCalFormatAbstract, iCalExpandAbstract
    case iCalOccurrencesAbstract, iCalFile, iCalLimit, iCalFrom, iCalTo, iCalZones, iCalUnreadable, iCalBadDate
    case iCalBadWindow, iCalFinding

    // Letters read on this machine.
    case extractAbstract, extractDiscussion, extractFiles, extractText, extractIssued, extractStage, extractNothing,
        fieldEvidence

    // Signing in, officers.
    case loginAbstract, loginDiscussion, loginServer, loginCodeFile, loginDevice, loginPrompt, loginDone
    case loginSetAside, logoutAbstract, logoutDiscussion, logoutDone, whoAmIAbstract, officerAbstract
    case officerInviteAbstract, officerInviteDiscussion, officerInviteRole, officerInviteName, officerInviteNext
    case officerListAbstract, officerRevokeAbstract, officerRevokeID, officerRevokeDone, officerRevoked

    // Letters.
    case noticeAbstract, noticeDiscussion, noticeID, noticeAddAbstract, noticeAddDiscussion, noticeAddFiles
    case noticeAddNext, letterTitle, letterGrades, letterClass, letterWhole, letterIssued, letterSource, letterFlag
    case letterEvents, eventsSuperseded, noticeListAbstract, noticeListEmpty, noticeListOpen, titleAndMore
    case noticeShowAbstract, noticeShowSave, noticeShowSaved, noticeSubmitAbstract, noticeApproveAbstract
    case noticeApproveDiscussion, noticeApproveLook, noticeReturnAbstract, noticeReturnReason, noticePublishAbstract
    case noticePublishDiscussion, noticePublishYes, noticePublishNeedsYes, noticePublishQuestion
    case noticePublishStopped, noticeReviseAbstract, noticeReviseDiscussion, noticeReviseFiles, conflictSaved
    case conflictNewer, noticeWithdrawAbstract, noticeWithdrawDiscussion, noticeDiscardAbstract, noticeNotALetter
    case clearanceNeeded, clearanceNotNeeded, householdCount, householdsUnderFive

    // What is read out of a letter, for the officer to confirm.
    case noticeAddYes, noticeAddNoRead, noticeAddAccept, noticeAddAcceptUnknown, noticeAddWithoutFlag
    case noticeAddQuestion, noticeAddQuestionWarned, noticeAddChoices, noticeAddStopped, noticeAddNeedsYes
    case readingFile, proposalFound, proposalNone, proposalNumber, proposalEvidence, proposalNew, proposalUpdate
    case proposalKnown, proposalWarnings, proposalFlags, matchOfPlan, matchOfLetter, matchOfOfficer, matchUpdate
    case matchFields, matchKnown, matchPart, matchRest, warningWeekdayMismatch, warningWeekdayResolved
    case warningCorrection, warningReschedule, warningTentativeDocument, warningNextSchoolYear, warningGradeRollover
    case warningContingency, warningOCRColumns, warningSensitiveHealth, warningDoNotPublish, sheetHelp, sheetUpdate
    case sheetEvidence, sheetKept, answerYes, answerNo, doubtOutside, editorMissing, editorFailed, editorAgain
    case failureUnconfirmed

    // Events.
    case eventAbstract, eventDiscussion, eventID, eventAddAbstract, eventTitle, eventKind, eventStart, eventEnd
    case eventGroup, eventPlace, eventItem, eventRainDate, eventNote, eventTentative, eventListAbstract
    case eventListFrom, eventListTo, eventMoveAbstract, eventMoveDiscussion, eventCancelAbstract
    case eventCancelDiscussion, eventWithdrawAbstract, eventWithdrawDiscussion, eventImportAbstract
    case eventImportColumn, eventImportColumnInvalid, importColumns, importSchoolYear, importUnread, fieldHeading
    case fieldReadAs, fieldOrigin
    case eventImportDiscussion, eventImportFile, eventImportLayout, eventImportDryRun, eventImportPartial
    case eventImportNext, changeSetPublished, changeSetMade, importCounts, importDryRun, importCreated
    case importRevised, importMissing, importEmptyAudience, importProblems, importGuessed, noEvents, audienceWhole
    case audienceNobody, audienceGrades, audienceSeparator, flawRow, flawRowColumn

    // Slips: the command.
    case slipAbstract, slipListAbstract, slipCancelAbstract, slipCancelSerial, slipCancelBatch, slipCancelEither
    case slipCancelDone, slipPrintAbstract, slipPrintDiscussion, slipPrintClass, slipPrintCount, slipPrintCountRange
    case slipPrintClassGrade, slipPrintOutputClash, slipPrintOutput, slipPrintContact, slipPrintLanguage
    case slipPrintNoQR, slipPrintDrawing, slipPrintWritten, slipPrintLost

    // Slips: the paper.
    case slipSheetTitle, slipCoverKicker, slipCoverSchool, slipCoverClass, slipCoverYear, slipCoverCount
    case slipCoverSerials, slipCoverExpires, slipCoverOrdered, slipCoverBatch, slipCoverStep1, slipCoverStep2
    case slipCoverStep3, slipCoverStep4, slipCoverSignDate, slipCoverSignName, slipTitle, slipGrade, slipGradeClass
    case slipSchoolYear, slipCount, slipPromise, slipStep1, slipStep1WithoutQR, slipStep2, slipStep3, slipAddress
    case slipCode, slipOnce, slipExpires, slipDay, slipContact, slipContactNamed, slipSimpleLine, slipEnglishLine

    // Households, calendars, reports.
    case householdAbstract, householdListAbstract, householdTotal, underFive, feedAbstract, feedDiscussion
    case feedListAbstract, feedRevokeAbstract, feedRevokeID, feedRevokeDone, feedSecretFile, feedServer, feedPrompt
    case feedRevoked, feedLive, feedNeverFetched, digestAbstract, digestDiscussion, digestWeek, digestFormat
    case digestFormatClash, auditAbstract, auditVerifyAbstract, auditVerifyDiscussion, auditIntact, auditBroken
    case auditBrokenAt, doctorAbstract, doctorDiscussion, doctorSkew, doctorNoDate

    // Column heads and field names.
    case fieldID, fieldName, fieldRole, fieldAssociation, fieldServer, fieldDevices, fieldCode, fieldExpires
    case fieldNotice, fieldChangeSet, fieldTitle, fieldState, fieldRevision, fieldIssued, fieldSchool, fieldAudience
    case fieldFlags, fieldFiles, fieldFile, fieldMediaType, fieldSize, fieldAuthor, fieldClearance, fieldReason
    case fieldReturned
    case fieldReach, fieldAction, fieldBefore, fieldDate, fieldKind, fieldPlace, fieldEvents, fieldRow
    case fieldExternalID, fieldFields, fieldSerial, fieldGrade, fieldClass, fieldSchoolYear, fieldBatch, fieldSeats
    case fieldLabel, fieldKinds, fieldLastFetched, fieldEntries, fieldHead, fieldResult, fieldCheck, fieldMessage

    // What goes wrong.
    case failureTitle, failureInvalid, failureInternal, failureStatusOnly, failureFileNotFound
    case failureFileUnreadable, failureEmptyFile, failureBadEncoding, failureCannotWrite, failureNotSignedIn
    case failureProfileExposed, failureProfileDamaged, failureInvalidSecret, failureRefused, failureUnknownHost
    case failureTimeout, failureCertificate, failureBroken, failureRedirected, failureForeignAnswer
    case failureUnsupportedType, failureTypeMismatch, failureTooLarge, failureImageTooLarge, failureCorruptImage
    case failureEncryptedPDF, failureCorruptPDF, failureTooManyPages, failurePageTooLarge, failureMissingTool
    case failureUnprotected

    // ArgumentParser's own words.
    case usageOverview, usageUsage, usageArguments, usageOptions, usageSubcommands, usageHelp, usageShowHelp
    case usageShowVersion, usageShowSubcommandHelp, usageDefault, usageAlsoDefault, usageValues, usageInvalidChoice
    case usageMissingArgument, usageMissingValue, usageUnknownOption, usageUnexpectedArgument, usageInvalidValue
    case usageError, usageDetailedHelp, usageMoreInformation

    case roleAdmin = "role.admin"
    case roleOfficer = "role.officer"
    case roleApprover = "role.approver"
    case roleAuditor = "role.auditor"

    case kindEvent = "kind.event"
    case kindDeadline = "kind.deadline"
    case kindClosure = "kind.closure"
    case kindInformation = "kind.information"

    case eventDraft = "event.draft"
    case eventLive = "event.live"
    case eventCancelled = "event.cancelled"
    case eventWithdrawn = "event.withdrawn"

    case statusConfirmed = "status.confirmed"
    case statusTentative = "status.tentative"
    case statusCancelled = "status.cancelled"
    case statusRescheduled = "status.rescheduled"
    case statusContingent = "status.contingent"
    case statusNeedsConfirmation = "status.needs_confirmation"

    case stateDraft = "state.draft"
    case statePending = "state.pending"
    case stateReturned = "state.returned"
    case stateCleared = "state.cleared"
    case statePublished = "state.published"
    case stateDiscarded = "state.discarded"
    case stateWithdrawn = "state.withdrawn"

    case changeLetter = "change.letter"
    case changeImport = "change.import"
    case changeEvents = "change.events"
    case changeMove = "change.move"
    case changeCancel = "change.cancel"
    case changeWithdraw = "change.withdraw"

    case actionCreate = "action.create"
    case actionRevise = "action.revise"
    case actionCancel = "action.cancel"
    case actionWithdraw = "action.withdraw"

    case flagDepictsChildren = "flag.depicts_children"
    case flagPersonalNames = "flag.personal_names"
    case flagDoNotRegisterPerHouseholdSlots = "flag.do_not_register_per_household_slots"
    case flagAreaAssignment = "flag.area_assignment"

    case slipUnused = "slip.unused"
    case slipUsed = "slip.used"
    case slipCancelled = "slip.cancelled"
    case slipExpired = "slip.expired"

    case resultOk = "result.ok"
    case resultWarning = "result.warning"
    case resultFailed = "result.failed"

    case checkClock = "check.clock"
    case checkTimeZoneData = "check.time_zone_data"
    case checkDisk = "check.disk"
    case checkPermissions = "check.permissions"
    case checkSqliteVersion = "check.sqlite_version"
    case checkSyncMode = "check.sync_mode"
    case checkBaseUrl = "check.base_url"
    case checkClockSkew = "check.clock_skew"
    case checkReadingTools = "check.reading_tools"

    case changedTitle = "changed.title"
    case changedKind = "changed.kind"
    case changedStart = "changed.start"
    case changedEnd = "changed.end"
    case changedAllDay = "changed.all_day"
    case changedStatus = "changed.status"
    case changedGrades = "changed.grades"
    case changedClasses = "changed.classes"
    case changedGroups = "changed.groups"
    case changedPlace = "changed.place"
    case changedRainDates = "changed.rain_dates"
    case changedItems = "changed.items"
    case changedReception = "changed.reception"
    case changedNote = "changed.note"
    case changedDatePrecision = "changed.date_precision"

    case reasonSameTitle = "reason.same_title"
    case reasonSimilarTitle = "reason.similar_title"
    case reasonPartOfTitle = "reason.part_of_title"
    case reasonSameGrades = "reason.same_grades"
    case reasonSharedGrades = "reason.shared_grades"
    case reasonSameDay = "reason.same_day"
    case reasonSharedDays = "reason.shared_days"
    case reasonDaysApart = "reason.days_apart"
    case reasonReplaces = "reason.replaces"
    case reasonDecidedBefore = "reason.decided_before"

    case doubtDateDiffers = "doubt.date_differs"
    case doubtAudienceDiffers = "doubt.audience_differs"
    case doubtAmbiguous = "doubt.ambiguous"
    case changedTime = "changed.time"
    case changedAudience = "changed.audience"

    // How a heading was understood.
    case originName = "origin.name"
    case originSynonym = "origin.synonym"
    case originRemembered = "origin.remembered"
    case originGiven = "origin.given"
    case originUnknown = "origin.unknown"

    case calendarLineEnding = "calendar.line_ending"
    case calendarByteOrderMark = "calendar.byte_order_mark"
    case calendarFoldInsideCharacter = "calendar.fold_inside_character"
    case calendarStrayWhitespace = "calendar.stray_whitespace"
    case calendarControlCharacter = "calendar.control_character"
    case calendarNotUtf8 = "calendar.not_utf8"
    case calendarShiftJis = "calendar.shift_jis"
    case calendarUtf16 = "calendar.utf16"
    case calendarQuotedPrintable = "calendar.quoted_printable"
    case calendarInvalidName = "calendar.invalid_name"
    case calendarMalformedLine = "calendar.malformed_line"
    case calendarMalformedParameter = "calendar.malformed_parameter"
    case calendarMisspeltEnd = "calendar.misspelt_end"
    case calendarOutsideComponent = "calendar.outside_component"
    case calendarNoCalendar = "calendar.no_calendar"
    case calendarVersion = "calendar.version"
    case calendarMissingProperty = "calendar.missing_property"
    case calendarRepeatedProperty = "calendar.repeated_property"
    case calendarConflictingProperties = "calendar.conflicting_properties"
    case calendarInvalidValue = "calendar.invalid_value"
    case calendarValueType = "calendar.value_type"
    case calendarLooseValue = "calendar.loose_value"
    case calendarTextEscape = "calendar.text_escape"
    case calendarObsolete = "calendar.obsolete"
    case calendarEndBeforeStart = "calendar.end_before_start"
    case calendarInvalidRule = "calendar.invalid_rule"
    case calendarDiscouragedRule = "calendar.discouraged_rule"
    case calendarUntilForm = "calendar.until_form"
    case calendarEndedRule = "calendar.ended_rule"
    case calendarExceptionForm = "calendar.exception_form"
    case calendarWindowsTimeZone = "calendar.windows_time_zone"
    case calendarDecoratedTimeZone = "calendar.decorated_time_zone"
    case calendarMissingTimeZone = "calendar.missing_time_zone"
    case calendarUnknownTimeZone = "calendar.unknown_time_zone"
    case calendarStrayTimeZone = "calendar.stray_time_zone"
    case calendarInvalidTimeZone = "calendar.invalid_time_zone"
    case calendarWindowsEpoch = "calendar.windows_epoch"
    case calendarEmptyFile = "calendar.empty_file"
    case calendarIcsMalformed = "calendar.ics_malformed"
    case calendarTooLarge = "calendar.too_large"
    case calendarLineTooLong = "calendar.line_too_long"
    case calendarIcsTooComplex = "calendar.ics_too_complex"
    case calendarRruleTooComplex = "calendar.rrule_too_complex"
    case calendarTooManyInstances = "calendar.too_many_instances"

    case weekday1 = "weekday.1"
    case weekday2 = "weekday.2"
    case weekday3 = "weekday.3"
    case weekday4 = "weekday.4"
    case weekday5 = "weekday.5"
    case weekday6 = "weekday.6"
    case weekday7 = "weekday.7"
}
