ALTER TABLE `activities` ADD `day_notes` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `contact_name` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `answer_text` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `answered_at` integer;