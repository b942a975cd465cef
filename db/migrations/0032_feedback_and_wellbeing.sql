CREATE TABLE `outreach` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit_id` text NOT NULL,
	`kind` text NOT NULL,
	`on` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_by_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outreach_unit` ON `outreach` (`unit_id`,`on`);--> statement-breakpoint
CREATE TABLE `who5` (
	`case_id` text NOT NULL,
	`phase` text NOT NULL,
	`score` integer,
	`on` text NOT NULL,
	`way` text NOT NULL,
	`sealed_answers` blob,
	`noted_at` integer,
	`noted_by_id` text,
	PRIMARY KEY(`case_id`, `phase`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`noted_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `year_notes` (
	`team_id` text NOT NULL,
	`year` integer NOT NULL,
	`text` text NOT NULL,
	`told` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by_id` text,
	`mailed_at` integer,
	PRIMARY KEY(`team_id`, `year`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cases_unit` ON `cases` (`unit_id`,`created_at`);--> statement-breakpoint
-- A site that has words for every yes gets words for the new ones too: without, it could take no request.
INSERT INTO consent_texts (kind, version, text, valid_from)
SELECT 'feed-back', 1, 'Brobyggeren må fortælle det sted, der henviste mig, om vi har talt sammen, om jeg er kommet i gang, og om jeg stadig er aktiv efter tre måneder. Ikke hvor, og ikke andet.', min(valid_from)
FROM consent_texts HAVING count(*) > 0;
--> statement-breakpoint
INSERT INTO consent_texts (kind, version, text, valid_from)
SELECT 'who-5', 1, 'Brobyggeren må spørge, hvordan jeg har haft det de sidste to uger (WHO-5), før og efter, og gemme mine svar.', min(valid_from)
FROM consent_texts HAVING count(*) > 0;
