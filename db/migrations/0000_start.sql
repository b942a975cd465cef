CREATE TABLE `account_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`organisation_id` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`description` text NOT NULL,
	`themes` text NOT NULL,
	`place_name` text,
	`address` text,
	`postcode` text,
	`lat` real,
	`lng` real,
	`private_place` integer DEFAULT false NOT NULL,
	`area` text,
	`schedule` text NOT NULL,
	`price_ore` integer NOT NULL,
	`price_per` text,
	`first_free` integer DEFAULT false NOT NULL,
	`level` text,
	`demand` text,
	`facts` text NOT NULL,
	`languages` text NOT NULL,
	`bus` text,
	`parking` integer DEFAULT false NOT NULL,
	`age_min` integer,
	`age_max` integer,
	`first_time` text,
	`leads_to` text,
	`contact_name` text NOT NULL,
	`contact_phone` text,
	`contact_email` text,
	`url` text,
	`confirmed_at` text,
	`published_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`import_key` text,
	`imported` text,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `activities_slug_unique` ON `activities` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `activities_importKey_unique` ON `activities` (`import_key`);--> statement-breakpoint
CREATE INDEX `activities_organisation` ON `activities` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `activities_state` ON `activities` (`state`,`published_at`);--> statement-breakpoint
CREATE TABLE `area_nicknames` (
	`name` text PRIMARY KEY NOT NULL,
	`area` text NOT NULL,
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `areas` (
	`slug` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`name` text NOT NULL,
	`lat` real NOT NULL,
	`lng` real NOT NULL,
	`polygon` text
);
--> statement-breakpoint
CREATE TABLE `case_events` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text,
	`happened_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`detail` text,
	`sealed_text` blob,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_events_case` ON `case_events` (`case_id`,`happened_at`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`team_id` text NOT NULL,
	`state` text NOT NULL,
	`door` text NOT NULL,
	`area` text,
	`search` text,
	`brobygger_id` text,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`first_contact_at` integer,
	`closed_at` integer,
	`close_reason` text,
	`wrapped_key` blob,
	`sealed_person` blob,
	`phone_index` text,
	`token_hash` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`brobygger_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_reference_unique` ON `cases` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `cases_tokenHash_unique` ON `cases` (`token_hash`);--> statement-breakpoint
CREATE INDEX `cases_queue` ON `cases` (`team_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `cases_brobygger` ON `cases` (`brobygger_id`,`state`);--> statement-breakpoint
CREATE INDEX `cases_phone` ON `cases` (`phone_index`);--> statement-breakpoint
CREATE TABLE `consent_texts` (
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`text` text NOT NULL,
	`valid_from` integer NOT NULL,
	PRIMARY KEY(`kind`, `version`)
);
--> statement-breakpoint
CREATE TABLE `consents` (
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`version` integer NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consents_once` ON `consents` (`case_id`,`kind`,`given_at`);--> statement-breakpoint
CREATE TABLE `drop_in_hours` (
	`id` integer PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`place` text NOT NULL,
	`weekday` text NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`sealed` blob,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`not_before` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `mails_waiting` ON `mails` (`not_before`) WHERE sent_at IS NULL;--> statement-breakpoint
CREATE TABLE `memberships` (
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`scope` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `role`, `scope`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_scope` ON `memberships` (`role`,`scope`);--> statement-breakpoint
CREATE TABLE `occurrences` (
	`activity_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`cancelled` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`activity_id`, `start`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `occurrences_start` ON `occurrences` (`start`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`cvr` text,
	`description` text DEFAULT '' NOT NULL,
	`phone` text,
	`email` text,
	`url` text,
	`state` text NOT NULL,
	`decision_text` text,
	`decided_at` integer,
	`decided_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisations_slug_unique` ON `organisations` (`slug`);--> statement-breakpoint
CREATE TABLE `outbox_log` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`activity_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox_readers` (
	`reader` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `postcodes` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`lat` real NOT NULL,
	`lng` real NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text NOT NULL,
	`team_id` text DEFAULT '' NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`key`, `team_id`)
);
--> statement-breakpoint
CREATE TABLE `synonyms` (
	`id` integer PRIMARY KEY NOT NULL,
	`words` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `team_areas` (
	`team_id` text NOT NULL,
	`area` text NOT NULL,
	PRIMARY KEY(`team_id`, `area`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`employer` text NOT NULL,
	`focus` text DEFAULT '' NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`is_full` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE `themes` (
	`slug` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`password_hash` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);