CREATE TABLE `case_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `case_links_case` ON `case_links` (`case_id`);--> statement-breakpoint
CREATE TABLE `follow_ups` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`placement_id` integer,
	`round` text NOT NULL,
	`due_on` text NOT NULL,
	`done_on` text,
	`outcome` text,
	`by_citizen` integer DEFAULT false NOT NULL,
	`mattered` text,
	`received` text,
	`gains` text,
	`barriers` text,
	`dropped_at` integer,
	`team_id` text,
	`brobygger_id` text,
	`noted_at` integer,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`placement_id`) REFERENCES `placements`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`brobygger_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follow_ups_case` ON `follow_ups` (`case_id`);--> statement-breakpoint
CREATE INDEX `follow_ups_due` ON `follow_ups` (`due_on`) WHERE done_on IS NULL;--> statement-breakpoint
CREATE TABLE `named_hosts` (
	`activity_id` text NOT NULL,
	`address` text NOT NULL,
	`told_at` integer NOT NULL,
	PRIMARY KEY(`activity_id`, `address`),
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `cases` ADD `follow_plan` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `no_follow_up` text;--> statement-breakpoint
ALTER TABLE `introductions` ADD `taken_back_at` integer;--> statement-breakpoint
ALTER TABLE `introductions` ADD `told_off_at` integer;