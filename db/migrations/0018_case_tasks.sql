CREATE TABLE `case_readings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`reader_id` text NOT NULL,
	`at` integer NOT NULL,
	`how` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`reader_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_readings_case` ON `case_readings` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `case_tasks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`team_id` text NOT NULL,
	`doer_id` text,
	`starts_on` text NOT NULL,
	`clock` text,
	`due_on` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by_id` text,
	`done_at` integer,
	`done_by_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`doer_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_tasks_doer` ON `case_tasks` (`doer_id`,`starts_on`) WHERE done_at IS NULL;--> statement-breakpoint
CREATE INDEX `case_tasks_team` ON `case_tasks` (`team_id`,`starts_on`) WHERE done_at IS NULL AND doer_id IS NULL;--> statement-breakpoint
CREATE INDEX `case_tasks_case` ON `case_tasks` (`case_id`,`done_at`);--> statement-breakpoint
CREATE TABLE `placements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`activity_id` text,
	`sealed_offer` blob,
	`started_on` text,
	`ended_on` text,
	`made_at` integer NOT NULL,
	`made_by_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `placements_case` ON `placements` (`case_id`);--> statement-breakpoint
ALTER TABLE `case_events` ADD `team_id` text REFERENCES teams(id);--> statement-breakpoint
ALTER TABLE `case_events` ADD `brobygger_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `case_events` ADD `struck_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `waited_days` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `promise_kept` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `last_heard_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `no_step` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `mail_index` text;--> statement-breakpoint
CREATE INDEX `cases_mail` ON `cases` (`mail_index`);--> statement-breakpoint
ALTER TABLE `consents` ADD `how` text DEFAULT 'site' NOT NULL;--> statement-breakpoint
ALTER TABLE `consents` ADD `noted_by_id` text REFERENCES users(id);--> statement-breakpoint
INSERT INTO `case_readings` (`case_id`, `reader_id`, `at`, `how`)
SELECT `case_id`, `actor_id`, `recorded_at`, CASE `detail` WHEN 'list' THEN 'list' ELSE 'case' END
FROM `case_events` WHERE `kind` = 'read' AND `actor_id` IS NOT NULL ORDER BY `id`;--> statement-breakpoint
DELETE FROM `case_events` WHERE `kind` = 'read';--> statement-breakpoint
INSERT INTO `placements` (`case_id`, `made_at`)
SELECT `id`, `closed_at` FROM `cases` WHERE `close_reason` = 'out-and-active';--> statement-breakpoint
UPDATE `cases` SET `close_reason` = 'finished' WHERE `close_reason` = 'out-and-active';--> statement-breakpoint
UPDATE `case_events` SET `detail` = CASE
  WHEN `detail` IS NULL THEN NULL
  WHEN `kind` = 'created' THEN json_object('door', `detail`)
  WHEN `kind` = 'attempt' THEN json_object('result', `detail`, 'way', 'phone')
  WHEN `kind` IN ('handed-over', 'reassigned') THEN json_object('to', `detail`)
  WHEN `kind` = 'closed' THEN json_object('reason', CASE `detail` WHEN 'out-and-active' THEN 'finished' ELSE `detail` END)
END, `team_id` = (SELECT `team_id` FROM `cases` WHERE `cases`.`id` = `case_id`);--> statement-breakpoint
UPDATE `cases` SET
  `promise_kept` = CASE WHEN `first_attempt_at` IS NULL THEN NULL ELSE `first_attempt_at` <= `due_at` END,
  `last_heard_at` = (SELECT max(`happened_at`) FROM `case_events` WHERE `case_id` = `cases`.`id` AND `kind` = 'citizen-note');--> statement-breakpoint
UPDATE `consents` SET
  `how` = CASE WHEN `given_by` IN ('site', 'relative') THEN `given_by` ELSE 'oral' END,
  `noted_by_id` = CASE WHEN `given_by` IN ('site', 'relative') THEN NULL ELSE (SELECT `id` FROM `users` WHERE `users`.`id` = `given_by`) END;--> statement-breakpoint
INSERT INTO `case_tasks` (`case_id`, `kind`, `team_id`, `doer_id`, `starts_on`, `due_on`, `made_at`)
SELECT `id`, CASE WHEN `first_attempt_at` IS NULL THEN 'first-call' ELSE 'call' END, `team_id`, `brobygger_id`,
  date(`created_at` / 1000, 'unixepoch', '+1 hours'), date((`due_at` - 1) / 1000, 'unixepoch', '+1 hours'), `created_at`
FROM `cases` WHERE `wrapped_key` IS NOT NULL AND (`state` = 'new' OR (`state` = 'taken' AND `first_contact_at` IS NULL));--> statement-breakpoint
INSERT INTO `case_tasks` (`case_id`, `kind`, `team_id`, `doer_id`, `starts_on`, `due_on`, `made_at`)
SELECT `id`, 'answer', `team_id`, `brobygger_id`, date(`last_heard_at` / 1000, 'unixepoch', '+1 hours'),
  date(`last_heard_at` / 1000, 'unixepoch', '+1 hours'), `last_heard_at`
FROM `cases` WHERE `wrapped_key` IS NOT NULL AND `state` IN ('new', 'taken', 'closed') AND `last_heard_at` IS NOT NULL
  AND `last_heard_at` > coalesce(`last_attempt_at`, 0) AND `last_heard_at` > coalesce(`first_contact_at`, 0)
  AND `close_reason` IS NOT 'repeat' AND `close_reason` IS NOT 'nonsense';
