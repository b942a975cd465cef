-- A price that nobody stated was written as 0, *Gratis*. By hand, since a rebuild of the table would delete its children by cascade.
ALTER TABLE `activities` ADD `price_stated` integer;--> statement-breakpoint
-- Guessed: free, though its words do not say so, it never was anything else, and it came without a price from a calendar or a sheet,
-- or is a draft that nobody has published (of a pasted text, or of the form, which had *Gratis* chosen beforehand).
UPDATE `activities` SET `price_stated` = iif(
	`price_ore` = 0
	AND ((`import_key` GLOB 'ics:*' OR `import_key` GLOB 'csv:*') AND `imported` -> '$.price' IS NULL OR `import_key` IS NULL AND `published_at` IS NULL)
	AND NOT EXISTS (SELECT 1 FROM `activity_versions` v WHERE v.`activity_id` = `activities`.`id` AND v.`before` ->> '$.priceOre' <> 0)
	AND (`title` || ' ' || `summary` || ' ' || `description`) NOT LIKE '%gratis%'
	AND `description` NOT LIKE '%koster ikke noget%' AND `description` NOT LIKE '%koster ingenting%' AND (' ' || `description`) NOT GLOB '*[^0-9.,]0 kr*',
	NULL, `price_ore`
);--> statement-breakpoint
-- An undo must not bring the guess back, also where the price was stated later on.
UPDATE `activity_versions` SET `before` = json_set(`before`, '$.priceOre', NULL)
	WHERE `before` ->> '$.priceOre' = 0 AND `activity_id` IN (
		SELECT `id` FROM `activities` WHERE `price_stated` IS NULL
		OR `price_stated` <> 0 AND (`import_key` GLOB 'ics:*' OR `import_key` GLOB 'csv:*') AND `imported` -> '$.price' IS NULL
	);--> statement-breakpoint
-- New forms that somebody left half typed.
UPDATE `form_drafts` SET `typed` = json_remove(`typed`, '$.price') WHERE `form` GLOB 'ny-*' AND `typed` ->> '$.price[0]' = 'free';--> statement-breakpoint
INSERT INTO `outbox_log` (`activity_id`) SELECT `id` FROM `activities` WHERE `price_stated` IS NULL;--> statement-breakpoint
ALTER TABLE `activities` DROP COLUMN `price_ore`;--> statement-breakpoint
ALTER TABLE `activities` RENAME COLUMN `price_stated` TO `price_ore`;
