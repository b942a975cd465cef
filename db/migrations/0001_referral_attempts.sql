ALTER TABLE `cases` ADD `first_attempt_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `last_attempt_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `late_told_at` integer;--> statement-breakpoint
ALTER TABLE `teams` DROP COLUMN `employer`;