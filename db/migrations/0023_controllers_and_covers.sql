CREATE TABLE `controllers` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `controllers_name_unique` ON `controllers` (`name`);--> statement-breakpoint
CREATE TABLE `covers` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`away_id` text NOT NULL,
	`cover_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`made_by_id` text NOT NULL,
	`made_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`away_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cover_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `covers_cover` ON `covers` (`cover_id`,`until_on`);--> statement-breakpoint
CREATE INDEX `covers_away` ON `covers` (`away_id`,`until_on`);--> statement-breakpoint
CREATE TABLE `lead_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`asked_by_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lead_proposals_once` ON `lead_proposals` (`team_id`,`email`);--> statement-breakpoint
ALTER TABLE `cases` ADD `informed_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `delivered_at` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `delivered_by_id` text REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `teams` ADD `controller_id` text REFERENCES controllers(id);--> statement-breakpoint
-- A site that has words for every yes gets words for the new one too: without, it could take no request.
INSERT INTO consent_texts (kind, version, text, valid_from)
SELECT 'pass-on', 1, 'Brobyggeren må give det, I har talt om, videre til et hold et andet sted, som kan hjælpe mig bedre. Mit ja gælder i et år.', min(valid_from)
FROM consent_texts HAVING count(*) > 0;
