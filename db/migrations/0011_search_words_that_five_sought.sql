-- How many people sought these words can no longer be told: one may have sought the same many times. From now on a word is kept when five have sought it on one day.
DELETE FROM `search_counts` WHERE `kind` = 'word';
