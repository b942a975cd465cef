-- What a demo town says of itself was the default of every site; now a site says nothing of itself until an editor has written it.
INSERT INTO `settings` (`key`, `team_id`, `value`)
SELECT `said`.`column1`, '', `said`.`column2`
FROM (VALUES
  ('employer', '"Brobyggerne er ansat i Folkesundhed Aarhus."'),
  ('phone', '"86 00 00 00"'),
  ('phoneHours', '"hverdage kl. 9–14"'),
  ('controller', '"Folkesundhed Aarhus, Aarhus Kommune, Rådhuspladsen 2, 8000 Aarhus C, telefon 86 00 00 00."'),
  ('adviser', '"Kommunens databeskyttelsesrådgiver: telefon 86 00 00 00, eller skriv til rådhuset."'),
  ('elsewhere', '"Vi er desværre ikke de rette til at hjælpe dig videre. Frivilligcenter Aarhus hjælper alle, der søger et fællesskab. Du er også altid velkommen til at finde noget på opslagstavlen og møde op."')
) AS `said`
WHERE EXISTS (SELECT 1 FROM `settings` WHERE `key` = 'mark.demo')
ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- Hours and places that nobody on a real site had written.
DELETE FROM `drop_in_hours`
WHERE `team_id` = 'folkesundhed'
  AND ((`id` = 1 AND `place` = 'Folkesundhed Aarhus, P.P. Ørums Gade 11' AND `weekday` = 'tir' AND `start` = '10:00' AND `end` = '12:00')
    OR (`id` = 2 AND `place` = 'Viby Bibliotek, Skanderborgvej 170' AND `weekday` = 'tor' AND `start` = '13:00' AND `end` = '15:00'))
  AND NOT EXISTS (SELECT 1 FROM `settings` WHERE `key` = 'mark.demo');
