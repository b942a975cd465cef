DROP INDEX `users_by_name`;--> statement-breakpoint
CREATE INDEX `users_by_name` ON `users` (replace(replace(replace(replace(replace(replace(lower(name), 'æ', '{'), 'Æ', '{'), 'ø', '|'), 'Ø', '|'), 'å', '}'), 'Å', '}'),`id`,`email`);--> statement-breakpoint
DROP INDEX `organisations_by_name`;--> statement-breakpoint
CREATE INDEX `organisations_by_name` ON `organisations` (replace(replace(replace(replace(replace(replace(lower(name), 'æ', '{'), 'Æ', '{'), 'ø', '|'), 'Ø', '|'), 'å', '}'), 'Å', '}'),`id`,`state`);--> statement-breakpoint
DROP INDEX `activities_unconfirmed`;--> statement-breakpoint
CREATE INDEX `activities_unconfirmed` ON `activities` (lapsed_at IS NULL,confirm_asks DESC,`confirm_asked_at`,`id`,`organisation_id`,`lapsed_at`,`confirmed_at`,`state`) WHERE state = 'published' AND (lapsed_at IS NOT NULL OR confirm_asks > 0);