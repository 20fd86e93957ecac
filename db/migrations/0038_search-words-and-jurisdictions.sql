CREATE TABLE "jurisdiction_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" bigserial NOT NULL,
	"code" text NOT NULL,
	"authorities" text[] NOT NULL,
	"valid_from" date NOT NULL,
	"reason" text NOT NULL,
	"decided_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "jurisdiction_changes_number_unique" UNIQUE("number"),
	CONSTRAINT "jurisdiction_changes_code" CHECK ("jurisdiction_changes"."code" ~ '^[A-Z]{2}[0-9A-Z]{0,3}$')
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"language" text NOT NULL,
	"words" text[] NOT NULL,
	"means" text[] DEFAULT '{}' NOT NULL,
	"valid" daterange NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_synonyms_two_words" CHECK (cardinality("search_synonyms"."words") > 0 and cardinality("search_synonyms"."words") + cardinality("search_synonyms"."means") > 1),
	CONSTRAINT "search_synonyms_valid_not_empty" CHECK (not isempty("search_synonyms"."valid"))
);
--> statement-breakpoint
CREATE INDEX "jurisdiction_changes_valid_from_index" ON "jurisdiction_changes" USING btree ("valid_from");--> statement-breakpoint
-- Who answered for a region on a day never changes afterwards: another change is said, from a later day.
create trigger jurisdiction_changes_immutable before update or delete on jurisdiction_changes for each row execute function refuse_rewriting_of_log();--> statement-breakpoint
create trigger jurisdiction_changes_kept before truncate on jurisdiction_changes for each statement execute function refuse_rewriting_of_log();
