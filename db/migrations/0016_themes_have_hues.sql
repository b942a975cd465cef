ALTER TABLE `themes` ADD `hue` text DEFAULT 'kobber' NOT NULL;--> statement-breakpoint
CREATE INDEX `activities_themes` ON `activities` (`themes`);--> statement-breakpoint
UPDATE `themes` SET `hue` = CASE `slug`
  WHEN 'motion' THEN 'fjord'
  WHEN 'natur' THEN 'graes'
  WHEN 'mad' THEN 'tegl'
  WHEN 'musik' THEN 'lilla'
  WHEN 'haandarbejde' THEN 'hindbaer'
  WHEN 'kunst' THEN 'lavendel'
  WHEN 'spil' THEN 'sennep'
  WHEN 'it' THEN 'himmel'
  WHEN 'kurser' THEN 'oliven'
  WHEN 'samtale' THEN 'rosen'
  WHEN 'frivillig' THEN 'gran'
  ELSE `hue` END;
