ALTER TABLE `calendar_sources` ADD `failing_since` integer;--> statement-breakpoint
ALTER TABLE `calendar_sources` ADD `failing_told_at` integer;--> statement-breakpoint
ALTER TABLE `calendar_sources` ADD `left_out` text;