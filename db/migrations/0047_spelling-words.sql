CREATE TABLE "spelling_words" (
	"word" text PRIMARY KEY NOT NULL,
	"folded" text NOT NULL,
	"offerings" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "spelling_words_like" ON "spelling_words" USING gin ("folded" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "spelling_words_from" ON "spelling_words" USING btree ("folded" text_pattern_ops);