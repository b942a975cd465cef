CREATE TABLE `agreements` (
	`organisation_id` text PRIMARY KEY NOT NULL,
	`municipality` text DEFAULT '' NOT NULL,
	`association` text DEFAULT '' NOT NULL,
	`brobygger` text DEFAULT '' NOT NULL,
	`contact_name` text DEFAULT '' NOT NULL,
	`contact_phone` text,
	`contact_email` text,
	`newcomers_a_week` integer,
	`is_full` integer DEFAULT false NOT NULL,
	`until_on` text,
	`saved_at` integer NOT NULL,
	`saved_by_id` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`saved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `companions` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`sealed_person` blob,
	`secrecy_on` text,
	`record_seen_on` text,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `companions_team` ON `companions` (`team_id`);--> statement-breakpoint
CREATE TABLE `company_times` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`companion_id` text,
	`trial_id` integer,
	`on` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`companion_id`) REFERENCES `companions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`trial_id`) REFERENCES `trials`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `company_times_trialId_unique` ON `company_times` (`trial_id`);--> statement-breakpoint
CREATE INDEX `company_times_case` ON `company_times` (`case_id`);--> statement-breakpoint
CREATE TABLE `gaps` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team_id` text NOT NULL,
	`month` text NOT NULL,
	`area` text NOT NULL,
	`theme` text NOT NULL,
	`time` text NOT NULL,
	`met_by_id` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`met_by_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `gaps_team` ON `gaps` (`team_id`,`month`);--> statement-breakpoint
CREATE TABLE `introductions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`to` text NOT NULL,
	`way` text NOT NULL,
	`activity_id` text,
	`organisation_id` text,
	`companion_id` text,
	`sealed_words` blob,
	`token_hash` text,
	`link_until` integer,
	`shown_at` integer,
	`answer` text,
	`answered_at` integer,
	`noted_by_id` text,
	`yes` text,
	`made_at` integer NOT NULL,
	`made_by_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`companion_id`) REFERENCES `companions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`noted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `introductions_tokenHash_unique` ON `introductions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `introductions_case` ON `introductions` (`case_id`);--> statement-breakpoint
CREATE INDEX `introductions_activity` ON `introductions` (`activity_id`);--> statement-breakpoint
CREATE TABLE `pass_uses` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`pass_id` integer NOT NULL,
	`activity_id` text,
	`ore` integer NOT NULL,
	`used_on` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by_id` text,
	`taken_back_at` integer,
	FOREIGN KEY (`pass_id`) REFERENCES `passes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pass_uses_pass` ON `pass_uses` (`pass_id`);--> statement-breakpoint
CREATE TABLE `passes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team_id` text NOT NULL,
	`case_id` text,
	`number` text NOT NULL,
	`ore` integer NOT NULL,
	`issued_on` text NOT NULL,
	`last_on` text NOT NULL,
	`ended_at` integer,
	`made_by_id` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passes_number_unique` ON `passes` (`number`);--> statement-breakpoint
CREATE INDEX `passes_case` ON `passes` (`case_id`);--> statement-breakpoint
CREATE INDEX `passes_team` ON `passes` (`team_id`,`issued_on`);--> statement-breakpoint
CREATE TABLE `practices` (
	`activity_id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`steps_back_on` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by_id` text,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practices_team` ON `practices` (`team_id`);--> statement-breakpoint
CREATE TABLE `remarks` (
	`activity_id` text NOT NULL,
	`team_id` text NOT NULL,
	`text` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by_id` text,
	PRIMARY KEY(`activity_id`, `team_id`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`saved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `trials` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`introduction_id` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer,
	`week` text,
	`organisation_id` text,
	`sealed_plan` blob,
	`company` text,
	`companion_id` text,
	`reminder` text,
	`reminded_at` integer,
	`outcome` text,
	`why` text,
	`again` text,
	`noted_at` integer,
	`made_at` integer NOT NULL,
	`made_by_id` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`introduction_id`) REFERENCES `introductions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`companion_id`) REFERENCES `companions`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `trials_case` ON `trials` (`case_id`);--> statement-breakpoint
CREATE INDEX `trials_introduction` ON `trials` (`introduction_id`);--> statement-breakpoint
CREATE INDEX `trials_week` ON `trials` (`organisation_id`,`week`);--> statement-breakpoint
CREATE INDEX `trials_ahead` ON `trials` (`start`) WHERE outcome IS NULL;--> statement-breakpoint
ALTER TABLE `activities` ADD `audience` text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE `activities` ADD `places` integer;--> statement-breakpoint
ALTER TABLE `case_tasks` ADD `about` integer;--> statement-breakpoint
ALTER TABLE `placements` ADD `introduction_id` integer REFERENCES introductions(id);--> statement-breakpoint
ALTER TABLE `placements` ADD `helped_sign_up` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `placements` ADD `helped_pay` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `placements_activity` ON `placements` (`activity_id`);