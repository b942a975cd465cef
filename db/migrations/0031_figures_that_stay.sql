CREATE TABLE `frozen_years` (
	`team_id` text NOT NULL,
	`year` integer NOT NULL,
	`counts` text NOT NULL,
	`frozen_at` integer NOT NULL,
	PRIMARY KEY(`team_id`, `year`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `kept_counts` (
	`team_id` text NOT NULL,
	`month` text NOT NULL,
	`figure` text NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`team_id`, `month`, `figure`, `key`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `year_costs` (
	`team_id` text NOT NULL,
	`year` integer NOT NULL,
	`ore` integer NOT NULL,
	PRIMARY KEY(`team_id`, `year`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `cases` ADD `follow_duty` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `is_counted` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `company_times` ADD `team_id` text REFERENCES teams(id);--> statement-breakpoint
ALTER TABLE `company_times` ADD `brobygger_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `introductions` ADD `team_id` text REFERENCES teams(id);--> statement-breakpoint
ALTER TABLE `introductions` ADD `brobygger_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `memberships` ADD `follow_plan` text;--> statement-breakpoint
ALTER TABLE `memberships` ADD `weekly_hours` real;--> statement-breakpoint
ALTER TABLE `trials` ADD `team_id` text REFERENCES teams(id);--> statement-breakpoint
ALTER TABLE `trials` ADD `brobygger_id` text REFERENCES users(id);--> statement-breakpoint
UPDATE `introductions` SET (`team_id`, `brobygger_id`) = (SELECT `team_id`, `brobygger_id` FROM `cases` WHERE `id` = `case_id`);--> statement-breakpoint
UPDATE `trials` SET (`team_id`, `brobygger_id`) = (SELECT `team_id`, `brobygger_id` FROM `cases` WHERE `id` = `case_id`);--> statement-breakpoint
UPDATE `company_times` SET (`team_id`, `brobygger_id`) = (SELECT `team_id`, `brobygger_id` FROM `cases` WHERE `id` = `case_id`);
