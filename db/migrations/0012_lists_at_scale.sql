DROP INDEX `activities_organisation`;--> statement-breakpoint
CREATE INDEX `activities_updated` ON `activities` (`updated_at`);--> statement-breakpoint
CREATE INDEX `activities_area` ON `activities` (`area`,`state`);--> statement-breakpoint
CREATE INDEX `activities_point` ON `activities` (`lat`,`lng`);--> statement-breakpoint
CREATE INDEX `activities_unconfirmed` ON `activities` (lapsed_at IS NULL,confirm_asks DESC,`confirm_asked_at`,`id`) WHERE state = 'published' AND (lapsed_at IS NOT NULL OR confirm_asks > 0);--> statement-breakpoint
CREATE INDEX `activities_organisation` ON `activities` (`organisation_id`,`state`);--> statement-breakpoint
CREATE INDEX `organisations_state` ON `organisations` (`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `organisations_by_name` ON `organisations` (replace(replace(replace(replace(replace(replace(lower(name), 'æ', '{'), 'Æ', '{'), 'ø', '|'), 'Ø', '|'), 'å', '}'), 'Å', '}'),`state`);--> statement-breakpoint
CREATE INDEX `questions_answered` ON `questions` (`answered_at`) WHERE state = 'answered';--> statement-breakpoint
CREATE INDEX `reports_waiting` ON `reports` (`created_at`) WHERE handled_at IS NULL;--> statement-breakpoint
CREATE INDEX `search_counts_kind` ON `search_counts` (`kind`,`key`,`hour`,`count`);--> statement-breakpoint
CREATE INDEX `suggestions_open` ON `suggestions` (`created_at`) WHERE closed_at IS NULL;--> statement-breakpoint
CREATE INDEX `users_by_name` ON `users` (replace(replace(replace(replace(replace(replace(lower(name), 'æ', '{'), 'Æ', '{'), 'ø', '|'), 'Ø', '|'), 'å', '}'), 'Å', '}'));