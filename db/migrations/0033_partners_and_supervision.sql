CREATE TABLE `changes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team_id` text NOT NULL,
	`who` text NOT NULL,
	`what` text NOT NULL,
	`since` text NOT NULL,
	`thanks_to` text NOT NULL,
	`written_at` integer NOT NULL,
	`written_by_id` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `changes_team` ON `changes` (`team_id`,`since`);--> statement-breakpoint
CREATE TABLE `gap_answers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`team_id` text NOT NULL,
	`area` text NOT NULL,
	`theme` text NOT NULL,
	`time` text NOT NULL,
	`held_on` text,
	`place` text,
	`invited` text,
	`activity_id` text,
	`met_at` integer,
	`made_at` integer NOT NULL,
	`made_by_id` text,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `gap_answers_team` ON `gap_answers` (`team_id`,`area`,`theme`,`time`);--> statement-breakpoint
CREATE TABLE `partner_links` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`label` text NOT NULL,
	`token_hash` text,
	`created_at` integer NOT NULL,
	`created_by_id` text,
	`revoked_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_links_tokenHash_unique` ON `partner_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `partner_links_team` ON `partner_links` (`team_id`);--> statement-breakpoint
CREATE TABLE `supervision_questions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`sealed_question` blob NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `supervision_questions_user` ON `supervision_questions` (`user_id`);--> statement-breakpoint
ALTER TABLE `placements` ADD `as_volunteer` integer DEFAULT false NOT NULL;--> statement-breakpoint
INSERT INTO `gap_answers` (`team_id`, `area`, `theme`, `time`, `activity_id`, `met_at`, `made_at`, `made_by_id`)
SELECT DISTINCT g.team_id, g.area, g.theme, g.time, g.met_by_id, p.made_at, p.made_at, p.made_by_id
FROM gaps g JOIN practices p ON p.activity_id = g.met_by_id;
