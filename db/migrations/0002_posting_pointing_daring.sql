CREATE TABLE `activity_counts` (
	`activity_id` text NOT NULL,
	`month` text NOT NULL,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`activity_id`, `month`, `kind`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `activity_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`activity_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `activity_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`activity_id` text NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL,
	`deed` text NOT NULL,
	`before` text NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `activity_versions_activity` ON `activity_versions` (`activity_id`,`at`);--> statement-breakpoint
CREATE TABLE `arrivals` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`sealed` blob NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `arrivals_tokenHash_unique` ON `arrivals` (`token_hash`);--> statement-breakpoint
CREATE INDEX `arrivals_activity` ON `arrivals` (`activity_id`,`start`);--> statement-breakpoint
CREATE TABLE `calendar_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`url` text NOT NULL,
	`etag` text,
	`last_modified` text,
	`fetched_at` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `form_drafts` (
	`user_id` text NOT NULL,
	`form` text NOT NULL,
	`typed` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `form`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `holidays` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `images` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`alt` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`question` text NOT NULL,
	`answer` text,
	`state` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `questions_activity` ON `questions` (`activity_id`,`state`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`reason` text NOT NULL,
	`sealed_text` blob,
	`created_at` integer NOT NULL,
	`handled_at` integer,
	`handled_by` text,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`handled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`activity_id`,`handled_at`);--> statement-breakpoint
CREATE TABLE `search_counts` (
	`hour` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`hour`, `kind`, `key`)
);
--> statement-breakpoint
CREATE TABLE `search_gaps` (
	`month` text NOT NULL,
	`area` text NOT NULL,
	`theme` text NOT NULL,
	`time` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`month`, `area`, `theme`, `time`)
);
--> statement-breakpoint
CREATE TABLE `shortlists` (
	`code` text PRIMARY KEY NOT NULL,
	`activity_ids` text,
	`search` text,
	`channel` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `slug_redirects` (
	`slug` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`wish` text NOT NULL,
	`area` text,
	`theme` text,
	`sealed_contact` blob,
	`created_at` integer NOT NULL,
	`picked_up_by` text,
	`closed_at` integer,
	FOREIGN KEY (`area`) REFERENCES `areas`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme`) REFERENCES `themes`(`slug`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`picked_up_by`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `activities` ADD `pauses` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `activities` ADD `full` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `activities` ADD `full_note` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `volunteer_tasks` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `arrivals_welcome` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `activities` ADD `image_id` text;--> statement-breakpoint
ALTER TABLE `activities` ADD `confirm_asked_at` integer;--> statement-breakpoint
ALTER TABLE `activities` ADD `lapsed_at` integer;