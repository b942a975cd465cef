CREATE TABLE `mail_quotas` (
	`address` text NOT NULL,
	`purpose` text NOT NULL,
	`day` text NOT NULL,
	`sent` integer NOT NULL,
	`held` integer DEFAULT 0 NOT NULL,
	`sealed_address` blob,
	PRIMARY KEY(`address`, `purpose`, `day`)
);
--> statement-breakpoint
CREATE TABLE `sweeps` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`actor_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sweeps_kind` ON `sweeps` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `swept_rows` (
	`sweep_id` text NOT NULL,
	`row_id` text NOT NULL,
	PRIMARY KEY(`sweep_id`, `row_id`),
	FOREIGN KEY (`sweep_id`) REFERENCES `sweeps`(`id`) ON UPDATE no action ON DELETE cascade
);
