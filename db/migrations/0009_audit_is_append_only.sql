CREATE TRIGGER `audit_stays` BEFORE UPDATE ON `audit` BEGIN
	SELECT RAISE(ABORT, 'the audit trail is never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_keeps` BEFORE DELETE ON `audit` WHEN OLD.`at` > (SELECT max(`at`) FROM `audit`) - 15552000000 BEGIN
	SELECT RAISE(ABORT, 'the audit trail keeps half a year at least');
END;
