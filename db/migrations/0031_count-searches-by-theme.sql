CREATE TABLE "searched_themes" (
	"week" date NOT NULL,
	"theme" text NOT NULL,
	"region" text NOT NULL,
	"language" text NOT NULL,
	"searches" integer NOT NULL,
	"unanswered" integer NOT NULL,
	CONSTRAINT "searched_themes_wish" PRIMARY KEY("week","theme","region","language")
);--> statement-breakpoint
ALTER TABLE "searched_words" DROP CONSTRAINT "searched_words_day_words_pk";--> statement-breakpoint
ALTER TABLE "searched_words" ADD COLUMN "region" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "searched_words" ADD COLUMN "language" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "searched_words" ADD COLUMN "taught" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "searched_words" ADD COLUMN "level" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "searched_words" ADD COLUMN "field" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "searched_words" ADD COLUMN "theme" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "searched_words" ADD COLUMN "unanswered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "searched_words" ADD CONSTRAINT "searched_words_wish" PRIMARY KEY("day","words","region","language","taught","level","field");--> statement-breakpoint
UPDATE "searched_words" SET "unanswered" = "searches" WHERE "found" = 0;--> statement-breakpoint
ALTER TABLE "searched_words" ADD CONSTRAINT "searched_words_no_person" CHECK ("searched_words"."words" !~ '[0-9@]' and length("searched_words"."words") between 3 and 60);--> statement-breakpoint
ALTER TABLE "searched_words" ADD CONSTRAINT "searched_words_counts" CHECK ("searched_words"."unanswered" between 0 and "searched_words"."searches");
