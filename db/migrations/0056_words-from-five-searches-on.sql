CREATE TABLE "sought_words" (
	"digest" text PRIMARY KEY NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "sought_words_no_person" CHECK ("sought_words"."words" !~ '[0-9@]' and length("sought_words"."words") between 3 and 60)
);
--> statement-breakpoint
-- Of words that fewer than five searched for stays what they were about.
with few as (
  delete from searched_words where words in (select words from searched_words group by words having sum(searches) < 5) returning *)
insert into searched_themes (week, theme, region, language, searches, unanswered)
select date_trunc('week', day)::date, theme, region, language, sum(searches), sum(unanswered) from few group by 1, 2, 3, 4
on conflict (week, theme, region, language) do update set searches = searched_themes.searches + excluded.searches,
  unanswered = searched_themes.unanswered + excluded.unanswered;--> statement-breakpoint
-- The others are digests of themselves until they are forgotten; what is counted from now on has the secret's, and the same words.
insert into sought_words (digest, words) select distinct words, words from searched_words;--> statement-breakpoint
ALTER TABLE "searched_words" RENAME COLUMN "words" TO "digest";--> statement-breakpoint
ALTER TABLE "searched_words" DROP CONSTRAINT "searched_words_no_person";--> statement-breakpoint
CREATE INDEX "sought_words_words_index" ON "sought_words" USING btree ("words");--> statement-breakpoint
CREATE INDEX "searched_words_digest_index" ON "searched_words" USING btree ("digest");
