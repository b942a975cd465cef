ALTER TABLE `consent_texts` ADD `said` text;
