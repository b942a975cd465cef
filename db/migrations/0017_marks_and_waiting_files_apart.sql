CREATE TABLE `marks` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unfinished_forms` (
	`user_id` text NOT NULL,
	`form` text NOT NULL,
	`typed` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `form`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `waiting_files` (
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`organisation_id` text NOT NULL,
	`file` text NOT NULL,
	`url` text,
	`etag` text,
	`last_modified` text,
	`report` text,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `marks` SELECT substr(`key`, 6), `value` ->> '$' FROM `settings` WHERE `key` GLOB 'mark.*';--> statement-breakpoint
DELETE FROM `settings` WHERE `key` GLOB 'mark.*';--> statement-breakpoint
INSERT INTO `unfinished_forms` SELECT `user_id`, `form`, `typed`, `saved_at` FROM `form_drafts` WHERE `form` NOT GLOB 'hent-*';--> statement-breakpoint
-- What was done with a file is told for a day, in sentences until now: one that is being read at this hour is not told again.
INSERT INTO `waiting_files` (`user_id`, `kind`, `organisation_id`, `file`, `url`, `etag`, `last_modified`, `saved_at`)
SELECT
  `user_id`,
  iif(`form` = 'hent-kalender', 'calendar', 'sheet'),
  `typed` ->> '$.organisation[0]',
  `typed` ->> '$.file[0]',
  json_extract(`typed` ->> '$.from[0]', '$.url'),
  json_extract(`typed` ->> '$.from[0]', '$.etag'),
  json_extract(`typed` ->> '$.from[0]', '$.lastModified'),
  `saved_at`
FROM `form_drafts`
WHERE `form` IN ('hent-kalender', 'hent-regneark')
  AND `typed` ->> '$.organisation[0]' IS NOT NULL
  AND `typed` ->> '$.file[0]' IS NOT NULL
  AND `typed` ->> '$.report[0]' IS NULL;--> statement-breakpoint
DROP TABLE `form_drafts`;
