ALTER TABLE `activities` ADD `point_from` text DEFAULT 'pin' NOT NULL;--> statement-breakpoint
ALTER TABLE `activities` ADD `guessed` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `activities_postcode` ON `activities` (`postcode`,`point_from`);--> statement-breakpoint
ALTER TABLE `postcodes` ADD `area` text;--> statement-breakpoint
WITH homes(`code`, `home`) AS (VALUES ('8000','midtbyen'),('8200','skejby-christiansbjerg'),('8210','hasle'),('8220','brabrand-gellerup'),('8230','aaby'),('8240','vejlby-risskov'),('8250','skaering-egaa'),('8260','viby'),('8270','holme-hoejbjerg-skaade'),('8310','tranbjerg'),('8320','maarslet'),('8330','beder-malling'),('8340','beder-malling'),('8355','solbjerg'),('8361','hasselager-kolt'),('8380','trige-spoerring'),('8381','tilst'),('8462','harlev-framlev'),('8471','sabro'),('8520','lystrup-elsted'),('8530','hjortshoej'),('8541','skoedstrup-loegten'))
UPDATE `postcodes` SET `area` = (SELECT `home` FROM homes WHERE homes.`code` = postcodes.`code`) WHERE `code` IN (SELECT `code` FROM homes WHERE `home` IN (SELECT `slug` FROM `areas`));
--> statement-breakpoint
UPDATE `activities` SET `point_from` = 'postcode' WHERE EXISTS (SELECT 1 FROM `postcodes` p WHERE p.`code` = activities.`postcode` AND p.`lat` = activities.`lat` AND p.`lng` = activities.`lng`);
--> statement-breakpoint
INSERT INTO `marks` (`name`, `value`) SELECT 'areas-refile-after', '' WHERE EXISTS (SELECT 1 FROM `activities` WHERE `point_from` = 'postcode') ON CONFLICT (`name`) DO UPDATE SET `value` = '';
