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
