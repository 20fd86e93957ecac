CREATE TABLE "counted_statistics" (
	"scope" text NOT NULL,
	"year" integer NOT NULL,
	"counts" jsonb NOT NULL,
	"providers" jsonb NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"through" bigint NOT NULL,
	CONSTRAINT "counted_statistics_scope_year_pk" PRIMARY KEY("scope","year")
);
