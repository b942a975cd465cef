CREATE TABLE `listed_offers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`activity_id` text,
	`sealed_offer` blob NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`activity_id`) REFERENCES `activities`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `listed_offers_case` ON `listed_offers` (`case_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `listed_offers_once` ON `listed_offers` (`case_id`,`activity_id`);--> statement-breakpoint
CREATE TABLE `talks` (
	`case_id` text PRIMARY KEY NOT NULL,
	`sealed_sheet` blob,
	`support` text,
	`volunteer` text,
	`age_band` text,
	`barriers` text,
	`saved_at` integer,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade
);
