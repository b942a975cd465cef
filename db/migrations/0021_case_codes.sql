ALTER TABLE `cases` ADD `code_index` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `code_until` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `next_token_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `cases_nextTokenHash_unique` ON `cases` (`next_token_hash`);--> statement-breakpoint
CREATE INDEX `cases_code` ON `cases` (`code_index`);