CREATE TABLE `unit_links` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`sealed_person` blob,
	`token_hash` text,
	`browser_hash` text,
	`code_hash` text,
	`code_until` integer,
	`wrong_codes` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_links_tokenHash_unique` ON `unit_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `unit_links_unit` ON `unit_links` (`unit_id`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `units_team` ON `units` (`team_id`);--> statement-breakpoint
ALTER TABLE `cases` ADD `unit_id` text REFERENCES units(id);--> statement-breakpoint
ALTER TABLE `cases` ADD `unit_link_id` text REFERENCES unit_links(id);--> statement-breakpoint
ALTER TABLE `cases` ADD `reason` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `channel` text;