ALTER TABLE `cases` ADD `contact_days` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `course_days` integer;--> statement-breakpoint
-- What was erased before keeps no times, readings or wishes either.
DELETE FROM case_events WHERE case_id IN (SELECT id FROM cases WHERE wrapped_key IS NULL);
--> statement-breakpoint
DELETE FROM case_readings WHERE case_id IN (SELECT id FROM cases WHERE wrapped_key IS NULL);
--> statement-breakpoint
DELETE FROM consents WHERE case_id IN (SELECT id FROM cases WHERE wrapped_key IS NULL);
--> statement-breakpoint
UPDATE cases SET
  contact_days = round((first_contact_at - created_at) / 86400000.0),
  course_days = round((closed_at - first_contact_at) / 86400000.0)
WHERE wrapped_key IS NULL;
--> statement-breakpoint
UPDATE cases SET
  created_at = CAST(strftime('%s', created_at / 1000, 'unixepoch', 'start of month') AS INTEGER) * 1000,
  due_at = CAST(strftime('%s', created_at / 1000, 'unixepoch', 'start of month') AS INTEGER) * 1000,
  search = NULL, brobygger_id = NULL, first_attempt_at = NULL, last_attempt_at = NULL, first_contact_at = NULL,
  last_heard_at = NULL, no_step = NULL, late_told_at = NULL, closed_at = NULL
WHERE wrapped_key IS NULL;
--> statement-breakpoint
UPDATE cases SET unit_id = NULL, reason = NULL, area = NULL
WHERE wrapped_key IS NULL AND (
  SELECT count(*) FROM cases same WHERE same.unit_id IS cases.unit_id AND same.reason IS cases.reason AND same.area IS cases.area
) < 5;
