CREATE TABLE `person_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`asked_at` integer NOT NULL,
	`asked_by_id` text NOT NULL,
	`answered_at` integer,
	`answered_by_id` text,
	`no` text,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`asked_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_requests_open` ON `person_requests` (`asked_at`) WHERE answered_at IS NULL;--> statement-breakpoint
ALTER TABLE `claim_roles` ADD `asked_by_id` text REFERENCES users(id) ON DELETE cascade;--> statement-breakpoint
ALTER TABLE `consent_texts` ADD `controller_id` text REFERENCES controllers(id);