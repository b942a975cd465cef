CREATE TABLE `claim_roles` (
	`id` integer PRIMARY KEY NOT NULL,
	`claim` text NOT NULL,
	`value` text NOT NULL,
	`role` text NOT NULL,
	`scope` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_roles_one` ON `claim_roles` (`claim`,`value`,`role`,`scope`);--> statement-breakpoint
CREATE TABLE `directory_people` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`user_id` text NOT NULL,
	`last_seen_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `directory_people_userId_unique` ON `directory_people` (`user_id`);--> statement-breakpoint
ALTER TABLE `memberships` ADD `from_directory` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `directory` integer DEFAULT false NOT NULL;